// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/mathexpression.h"

#include "parser/base/numbertext.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace sightglass {

namespace {

constexpr int mostNesting = 100;
/// Brackets and chains together make a tree that is far deeper than each of them may be: all of it is
/// counted.
constexpr std::size_t mostNodes = 1000;

struct Function
{
    std::string_view name;
    std::size_t arguments;
};

constexpr auto functions = std::to_array<Function>({{"abs", 1},
                                                    {"ceil", 1},
                                                    {"floor", 1},
                                                    {"inf", 0},
                                                    {"infn", 0},
                                                    {"is_inf", 1},
                                                    {"is_nan", 1},
                                                    {"is_null", 1},
                                                    {"is_number", 1},
                                                    {"log", 1},
                                                    {"nan", 0},
                                                    {"null", 0},
                                                    {"round", 1}});

using Words = std::span<const std::string_view>;
constexpr std::array<std::string_view, 1> orWords = {"||"};
constexpr std::array<std::string_view, 1> andWords = {"&&"};
constexpr std::array<std::string_view, 6> comparisons = {"==", "!=", ">=", "<=", ">", "<"};
constexpr std::array<std::string_view, 2> sums = {"+", "-"};
constexpr std::array<std::string_view, 3> products = {"*", "/", "%"};
constexpr std::array<std::string_view, 1> powers = {"**"};
constexpr std::array<Words, 6> levels = {orWords, andWords, comparisons, sums, products, powers};

/// Thrown nowhere else than within parseMath().
struct Refusal
{
    std::string reason;
};

bool isWord(char c) noexcept
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
}

class Parser
{
public:
    explicit Parser(std::string_view text)
        : m_text(text)
    {}

    MathNode parse()
    {
        MathNode node = operation(0, 0);
        skipSpaces();
        if (m_at < m_text.size())
            refuse("unexpected \"" + std::string(rest().substr(0, 20)) + "\"");
        return node;
    }

private:
    [[nodiscard]] std::string_view rest() const noexcept { return m_text.substr(m_at); }

    [[noreturn]] void refuse(const std::string &reason) const
    {
        throw Refusal{reason + " at character " + std::to_string(m_at + 1)};
    }

    /// To be asked for each node of the tree.
    void countNode()
    {
        if (++m_nodes > mostNodes)
            refuse("too long");
    }

    void skipSpaces()
    {
        while (m_at < m_text.size() &&
               std::string_view(" \t\r\n").find(m_text[m_at]) != std::string_view::npos)
            ++m_at;
    }

    bool take(std::string_view word)
    {
        skipSpaces();
        if (!rest().starts_with(word))
            return false;
        m_at += word.size();
        return true;
    }

    void need(std::string_view word)
    {
        if (!take(word))
            refuse("missing \"" + std::string(word) + "\"");
    }

    std::string_view takeOperator(Words words)
    {
        skipSpaces();
        for (const std::string_view word : words) {
            // One star is no power's half.
            if (rest().starts_with(word) && !(word == "*" && rest().starts_with("**"))) {
                m_at += word.size();
                return word;
            }
        }
        return {};
    }

    MathNode operation(std::size_t level, int depth)
    {
        if (depth > mostNesting)
            refuse("nested too deeply");
        if (level == levels.size())
            return operand(depth);
        MathNode left = operation(level + 1, depth);
        int chain = depth;
        for (std::string_view word = takeOperator(levels[level]); !word.empty();
             word = takeOperator(levels[level])) {
            if (++chain > mostNesting)
                refuse("too long");
            countNode();
            MathNode right = operation(level + 1, depth);
            MathNode both{MathKind::Binary, 0, std::string(word), {}};
            both.arguments.push_back(std::move(left));
            both.arguments.push_back(std::move(right));
            left = std::move(both);
        }
        return left;
    }

    MathNode operand(int depth)
    {
        if (depth > mostNesting)
            refuse("nested too deeply");
        countNode();
        skipSpaces();
        for (const std::string_view word : {std::string_view("!"), std::string_view("-")}) {
            if (!rest().starts_with("!=") && take(word)) {
                MathNode node{MathKind::Unary, 0, std::string(word), {}};
                node.arguments.push_back(operand(depth + 1));
                return node;
            }
        }
        if (take("(")) {
            MathNode node = operation(0, depth + 1);
            need(")");
            return node;
        }
        if (take("$"))
            return reference();
        if (m_at < m_text.size() && (isWord(m_text[m_at]) || m_text[m_at] == '.'))
            return (m_text[m_at] >= '0' && m_text[m_at] <= '9') || m_text[m_at] == '.' ? number()
                                                                                       : call(depth);
        refuse(m_at < m_text.size() ? "unexpected \"" + std::string(rest().substr(0, 1)) + "\""
                                    : std::string("something is missing"));
    }

    std::string word()
    {
        const std::size_t start = m_at;
        while (m_at < m_text.size() && isWord(m_text[m_at]))
            ++m_at;
        return std::string(m_text.substr(start, m_at - start));
    }

    MathNode reference()
    {
        MathNode node{MathKind::Reference, 0, {}, {}};
        if (rest().starts_with("{")) {
            const std::size_t end = rest().find('}');
            if (end == std::string_view::npos)
                refuse("missing \"}\"");
            node.name = rest().substr(1, end - 1);
            m_at += end + 1;
        } else {
            node.name = word();
        }
        if (node.name.empty())
            refuse("a reference without a name");
        return node;
    }

    MathNode number()
    {
        std::size_t end = m_at;
        while (end < m_text.size() && (isWord(m_text[end]) || m_text[end] == '.' ||
                                       ((m_text[end] == '+' || m_text[end] == '-') &&
                                        (m_text[end - 1] == 'e' || m_text[end - 1] == 'E'))))
            ++end;
        const auto value = parseFloat(m_text.substr(m_at, end - m_at));
        if (!value)
            refuse("no number");
        m_at = end;
        return {MathKind::Number, *value, {}, {}};
    }

    MathNode call(int depth)
    {
        const std::size_t start = m_at;
        MathNode node{MathKind::Call, 0, word(), {}};
        const auto found = std::ranges::find(functions, std::string_view(node.name), &Function::name);
        if (found == functions.end()) {
            m_at = start;
            refuse("unknown function " + node.name);
        }
        need("(");
        if (found->arguments > 0)
            node.arguments.push_back(operation(0, depth + 1));
        need(")");
        return node;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::size_t m_nodes = 0;
};

} // namespace

Result<MathNode> parseMath(std::string_view text)
{
    try {
        return Parser(text).parse();
    } catch (const Refusal &refusal) {
        return Error{ErrorCode::ConfigValue, {refusal.reason}, {}, {}};
    }
}

} // namespace sightglass
