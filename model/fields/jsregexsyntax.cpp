// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fields/jsregexsyntax.h"

#include "parser/base/utf8cut.h"

#include <algorithm>
#include <array>
#include <optional>

namespace sightglass::jsregex {

namespace {

constexpr std::uint32_t mostNesting = 100;
constexpr std::uint32_t mostRepeats = 1'000;
constexpr char32_t lastCharacter = 0x7FFFFFFF;
constexpr char32_t rawByte = 0x200000;

const std::vector<CharRange> digits = {{'0', '9'}};
const std::vector<CharRange> wordCharacters = {{'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}};
const std::vector<CharRange> spaces = {{0x09, 0x0D},     {0x20, 0x20},     {0xA0, 0xA0},     {0x1680, 0x1680},
                                       {0x2000, 0x200A}, {0x2028, 0x2029}, {0x202F, 0x202F}, {0x205F, 0x205F},
                                       {0x3000, 0x3000}, {0xFEFF, 0xFEFF}};
const std::vector<CharRange> lineEnds = {{'\n', '\n'}, {'\r', '\r'}, {0x2028, 0x2029}};

/// All that is in none of them, which are in order.
std::vector<CharRange> complement(const std::vector<CharRange> &ranges)
{
    std::vector<CharRange> result;
    char32_t next = 0;
    for (const CharRange &range : ranges) {
        if (range.first > next)
            result.push_back({next, range.first - 1});
        next = range.last + 1;
    }
    result.push_back({next, lastCharacter});
    return result;
}

Node classOf(std::vector<CharRange> ranges, bool negated = false)
{
    Node node;
    node.kind = NodeKind::Class;
    node.ranges = std::move(ranges);
    node.negated = negated;
    return node;
}

Node leaf(NodeKind kind)
{
    Node node;
    node.kind = kind;
    return node;
}

/// What a letter behind a backslash stands for where it is a class: dDwWsS.
std::optional<std::vector<CharRange>> classEscape(char letter)
{
    switch (letter) {
    case 'd':
        return digits;
    case 'D':
        return complement(digits);
    case 'w':
        return wordCharacters;
    case 'W':
        return complement(wordCharacters);
    case 's':
        return spaces;
    case 'S':
        return complement(spaces);
    default:
        return std::nullopt;
    }
}

/// Thrown nowhere else than within parse().
struct Refusal
{
    std::string reason;
};

class Parser
{
public:
    Parser(std::string_view source, bool dotAll)
        : m_source(source)
        , m_dotAll(dotAll)
    {
        countGroups();
    }

    Syntax parse()
    {
        m_syntax.root = choice(0);
        if (!atEnd())
            throw Refusal{"unmatched )"};
        m_syntax.groups = m_groups;
        return std::move(m_syntax);
    }

private:
    [[nodiscard]] bool atEnd() const noexcept { return m_at >= m_source.size(); }
    [[nodiscard]] std::string_view rest() const noexcept { return m_source.substr(m_at); }

    bool take(std::string_view text)
    {
        if (!rest().starts_with(text))
            return false;
        m_at += text.size();
        return true;
    }

    char32_t takeCharacter()
    {
        const auto [character, length] = frontOf(rest());
        m_at += length;
        return character;
    }

    /// References may stand before their groups.
    void countGroups()
    {
        bool inClass = false;
        std::uint32_t count = 0;
        for (std::size_t at = 0; at < m_source.size(); ++at) {
            const char c = m_source[at];
            const std::string_view behind = m_source.substr(at + 1);
            if (c == '\\') {
                ++at;
            } else if (inClass || c == '[') {
                inClass = c != ']';
            } else if (c == '(' && !behind.starts_with('?')) {
                ++count;
            } else if (c == '(' && behind.starts_with("?<") && !behind.starts_with("?<=") &&
                       !behind.starts_with("?<!")) {
                ++count;
                const std::size_t end = behind.find('>');
                m_names.emplace_back(count, behind.substr(2, end == std::string_view::npos ? end : end - 2));
            }
        }
        m_allGroups = count;
    }

    Node choice(std::uint32_t depth)
    {
        if (depth > mostNesting)
            throw Refusal{"nested too deeply"};
        Node node = leaf(NodeKind::Choice);
        node.children.push_back(sequence(depth));
        while (take("|"))
            node.children.push_back(sequence(depth));
        return node.children.size() == 1 ? std::move(node.children.front()) : node;
    }

    Node sequence(std::uint32_t depth)
    {
        Node node;
        while (!atEnd() && rest().front() != '|' && rest().front() != ')') {
            const std::uint32_t groupsBefore = m_groups;
            Node item = term(depth);
            node.children.push_back(quantified(std::move(item), groupsBefore));
        }
        return node;
    }

    Node term(std::uint32_t depth)
    {
        static constexpr auto assertions =
            std::to_array<std::pair<std::string_view, NodeKind>>({{"^", NodeKind::LineStart},
                                                                  {"$", NodeKind::LineEnd},
                                                                  {"\\b", NodeKind::WordBoundary},
                                                                  {"\\B", NodeKind::NoWordBoundary}});
        static constexpr auto groups =
            std::to_array<std::pair<std::string_view, NodeKind>>({{"(?=", NodeKind::Ahead},
                                                                  {"(?!", NodeKind::NotAhead},
                                                                  {"(?<=", NodeKind::Behind},
                                                                  {"(?<!", NodeKind::NotBehind},
                                                                  {"(?:", NodeKind::Sequence}});
        for (const auto &[text, kind] : assertions) {
            if (take(text))
                return leaf(kind);
        }
        for (const auto &[text, kind] : groups) {
            if (take(text))
                return enclosed(leaf(kind), depth);
        }
        if (take("("))
            return captured(depth);
        if (take("["))
            return bracketed();
        if (take("."))
            return classOf(m_dotAll ? std::vector<CharRange>() : lineEnds, true);
        if (take("\\"))
            return escaped();
        const char32_t character = takeCharacter();
        if (character == '*' || character == '+' || character == '?')
            throw Refusal{"nothing to repeat"};
        return classOf({{character, character}});
    }

    Node enclosed(Node node, std::uint32_t depth)
    {
        node.children.push_back(choice(depth + 1));
        if (!take(")"))
            throw Refusal{"missing )"};
        return node;
    }

    Node captured(std::uint32_t depth)
    {
        Node node = leaf(NodeKind::Group);
        node.group = ++m_groups;
        if (take("?<")) {
            const std::size_t end = rest().find('>');
            if (end == std::string_view::npos || end == 0)
                throw Refusal{"a group's name is not closed"};
            std::string name(rest().substr(0, end));
            if (std::ranges::any_of(m_syntax.names,
                                    [&name](const auto &known) { return known.second == name; }))
                throw Refusal{"two groups have one name"};
            m_syntax.names.emplace_back(node.group, std::move(name));
            m_at += end + 1;
        } else if (rest().starts_with('?')) {
            throw Refusal{"invalid group"};
        }
        return enclosed(std::move(node), depth);
    }

    /// Digits in front, at most so many as fit; nothing where there is none.
    std::optional<std::uint32_t> number()
    {
        std::optional<std::uint32_t> value;
        while (!atEnd() && rest().front() >= '0' && rest().front() <= '9') {
            const auto digit = static_cast<std::uint32_t>(rest().front() - '0');
            value = std::min<std::uint32_t>(value.value_or(0) * 10 + digit, 1'000'000);
            ++m_at;
        }
        return value;
    }

    /// Of braces: nothing where they are only characters.
    std::optional<std::pair<std::uint32_t, std::uint32_t>> braces()
    {
        const std::size_t start = m_at;
        if (take("{")) {
            if (const auto least = number()) {
                std::uint32_t most = *least;
                if (take(","))
                    most = number().value_or(endless);
                if (take("}"))
                    return std::pair(*least, most);
            }
        }
        m_at = start;
        return std::nullopt;
    }

    std::optional<std::pair<std::uint32_t, std::uint32_t>> quantifier()
    {
        if (take("*"))
            return std::pair(0U, endless);
        if (take("+"))
            return std::pair(1U, endless);
        if (take("?"))
            return std::pair(0U, 1U);
        return braces();
    }

    Node quantified(Node item, std::uint32_t groupsBefore)
    {
        const auto times = quantifier();
        if (!times)
            return item;
        const bool looksBehind = item.kind == NodeKind::Behind || item.kind == NodeKind::NotBehind;
        const bool isPlace = item.kind == NodeKind::LineStart || item.kind == NodeKind::LineEnd ||
                             item.kind == NodeKind::WordBoundary || item.kind == NodeKind::NoWordBoundary;
        if (looksBehind || isPlace)
            throw Refusal{"nothing to repeat"};
        if (times->first > times->second)
            throw Refusal{"numbers of repeats are out of order"};
        if (times->first > mostRepeats || (times->second != endless && times->second > mostRepeats))
            throw Refusal{"too many repeats"};
        Node node = leaf(NodeKind::Repeat);
        node.least = times->first;
        node.most = times->second;
        node.lazy = take("?");
        node.group = groupsBefore + 1;
        node.groupsEnd = m_groups + 1;
        node.children.push_back(std::move(item));
        return node;
    }

    std::optional<char32_t> hexDigits(std::size_t least, std::size_t most)
    {
        char32_t value = 0;
        std::size_t count = 0;
        for (; count < most && count < rest().size(); ++count) {
            const char c = rest()[count];
            const std::size_t digit =
                std::string_view("0123456789abcdef").find(char(c | (c > '9' ? 0x20 : 0)));
            if (digit == std::string_view::npos)
                break;
            value = value * 16 + char32_t(digit);
        }
        if (count < least)
            return std::nullopt;
        m_at += count;
        return value;
    }

    /// A character by its escape; the backslash has been taken.
    char32_t escapedCharacter()
    {
        if (atEnd())
            throw Refusal{"\\ at the end"};
        const std::size_t start = m_at;
        const char32_t letter = takeCharacter();
        switch (letter) {
        case 'n':
            return '\n';
        case 'r':
            return '\r';
        case 't':
            return '\t';
        case 'v':
            return '\v';
        case 'f':
            return '\f';
        case '0':
            return 0;
        case 'x':
            return hexDigits(2, 2).value_or(letter);
        case 'u': {
            const bool braced = take("{");
            const auto value = hexDigits(braced ? 1 : 4, braced ? 6 : 4);
            if (value && (!braced || take("}")))
                return *value;
            m_at = start + 1;
            return letter;
        }
        case 'c':
            if (!atEnd() && ((rest().front() | 0x20) >= 'a' && (rest().front() | 0x20) <= 'z'))
                return takeCharacter() % 32;
            --m_at;
            return '\\';
        default:
            return letter;
        }
    }

    Node escaped()
    {
        if (atEnd())
            throw Refusal{"\\ at the end"};
        const char letter = rest().front();
        if (auto ranges = classEscape(letter)) {
            ++m_at;
            return classOf(std::move(*ranges));
        }
        Node node = leaf(NodeKind::BackReference);
        if (letter >= '1' && letter <= '9') {
            const std::size_t start = m_at;
            node.group = number().value_or(0);
            if (node.group <= m_allGroups)
                return node;
            m_at = start;
        }
        if (letter == 'k' && !m_names.empty()) {
            const std::size_t end = rest().find('>');
            const std::string_view name =
                rest().starts_with("k<") && end != std::string_view::npos ? rest().substr(2, end - 2) : "";
            const auto found =
                std::ranges::find(m_names, name, &std::pair<std::uint32_t, std::string_view>::second);
            if (found == m_names.end())
                throw Refusal{"a reference to no group"};
            node.group = found->first;
            m_at += end + 1;
            return node;
        }
        const char32_t character = escapedCharacter();
        return classOf({{character, character}});
    }

    /// One character of a class, or what an escape in it stands for.
    std::vector<CharRange> classItem()
    {
        if (!take("\\")) {
            const char32_t character = takeCharacter();
            return {{character, character}};
        }
        if (!atEnd()) {
            if (auto ranges = classEscape(rest().front())) {
                ++m_at;
                return std::move(*ranges);
            }
        }
        const char32_t character = take("b") ? U'\b' : escapedCharacter();
        return {{character, character}};
    }

    static bool isOne(const std::vector<CharRange> &item)
    {
        return item.size() == 1 && item.front().first == item.front().last;
    }

    Node bracketed()
    {
        Node node = classOf({}, take("^"));
        while (!atEnd() && rest().front() != ']') {
            std::vector<CharRange> item = classItem();
            if (rest().size() > 1 && rest().front() == '-' && rest()[1] != ']') {
                ++m_at;
                const std::vector<CharRange> to = classItem();
                if (isOne(item) && isOne(to)) {
                    if (item.front().first > to.front().first)
                        throw Refusal{"a range is out of order"};
                    node.ranges.push_back({item.front().first, to.front().first});
                    continue;
                }
                node.ranges.push_back({'-', '-'});
                node.ranges.insert(node.ranges.end(), to.begin(), to.end());
            }
            node.ranges.insert(node.ranges.end(), item.begin(), item.end());
        }
        if (!take("]"))
            throw Refusal{"missing ]"};
        return node;
    }

    std::string_view m_source;
    bool m_dotAll;
    std::size_t m_at = 0;
    std::uint32_t m_groups = 0;
    std::uint32_t m_allGroups = 0;
    std::vector<std::pair<std::uint32_t, std::string_view>> m_names;
    Syntax m_syntax;
};

} // namespace

std::pair<char32_t, std::size_t> frontOf(std::string_view text) noexcept
{
    const auto first = static_cast<unsigned char>(text.front());
    if (first < 0x80)
        return {first, 1};
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || text.size() < length)
        return {rawByte + first, 1};
    char32_t value = first & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if (!isUtf8Continuation(text[i]))
            return {rawByte + first, 1};
        value = (value << 6U) | (static_cast<unsigned char>(text[i]) & 0x3FU);
    }
    return {value, length};
}

Result<Syntax> parse(std::string_view source, bool dotAll)
{
    try {
        return Parser(source, dotAll).parse();
    } catch (const Refusal &refusal) {
        return Error{ErrorCode::ConfigValue, {refusal.reason}, {}, {}};
    }
}

} // namespace sightglass::jsregex
