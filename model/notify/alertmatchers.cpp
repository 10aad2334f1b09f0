// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/notify/alertmatchers.h"

#include "parser/base/quoting.h"
#include "parser/base/utf8append.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace sightglass {

namespace {

constexpr std::string_view reserved = "{}!=~,\\\"'` \t\n\r\v\f";

Error syntaxError(std::string message, std::size_t begin, std::size_t end)
{
    return {ErrorCode::ConfigSyntax,
            {std::move(message)},
            {begin, end},
            {1, static_cast<std::uint32_t>(begin + 1)}};
}

/// A dot of Alertmanager's does not match a newline.
Result<GoRegex> compiledRegex(const std::string &pattern)
{
    return GoRegex::compile("(?-s:" + pattern + ")");
}

/// The escapes of Go's strings in double quotes.
class Unquoter
{
public:
    /// Without the quotes.
    explicit Unquoter(std::string_view inner)
        : m_rest(inner)
    {}

    std::optional<std::string> run()
    {
        std::string out;
        while (!m_rest.empty()) {
            const char c = m_rest.front();
            m_rest.remove_prefix(1);
            if (c == '\n')
                return std::nullopt;
            if (c != '\\')
                out += c;
            else if (!escape(out))
                return std::nullopt;
        }
        return out;
    }

private:
    bool escape(std::string &out)
    {
        static constexpr std::string_view names = "abfnrtv\\\"";
        static constexpr std::string_view values = "\a\b\f\n\r\t\v\\\"";
        const char c = m_rest.empty() ? '\0' : m_rest.front();
        if (const std::size_t at = names.find(c); c != '\0' && at != std::string_view::npos) {
            m_rest.remove_prefix(1);
            out += values[at];
            return true;
        }
        if (c >= '0' && c <= '7')
            return number(3, 8, 0xff, out);
        if (c != 'x' && c != 'u' && c != 'U')
            return false;
        m_rest.remove_prefix(1);
        if (c == 'x')
            return number(2, 16, 0xff, out);
        return number(c == 'u' ? 4 : 8, 16, 0x10ffff, out, Means::Rune);
    }

    enum class Means : bool
    {
        Byte,
        Rune
    };

    bool number(std::size_t digits, int base, std::uint32_t most, std::string &out, Means means = Means::Byte)
    {
        std::uint32_t value = 0;
        const std::string_view text = m_rest.substr(0, digits);
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
        if (error != std::errc() || text.size() != digits || end != text.data() + digits || value > most)
            return false;
        m_rest.remove_prefix(digits);
        if (means == Means::Byte)
            out += static_cast<char>(value);
        else if (value >= 0xd800 && value <= 0xdfff)
            return false;
        else
            appendUtf8(out, static_cast<char32_t>(value));
        return true;
    }

    std::string_view m_rest;
};

class MatcherParser
{
public:
    explicit MatcherParser(std::string_view text)
        : m_text(text)
    {}

    Result<std::vector<Matcher>> parse()
    {
        const bool braces = accept('{');
        std::vector<Matcher> matchers;
        skipBlanks();
        while (m_at < m_text.size() && m_text[m_at] != '}') {
            Result<Matcher> matcher = parseMatcher();
            if (!matcher)
                return std::move(matcher).error();
            matchers.push_back(std::move(matcher).value());
            if (!accept(','))
                break;
            skipBlanks();
        }
        if (braces != accept('}'))
            return fail(braces ? "expected a comma or a closing brace" : "there is no opening brace");
        skipBlanks();
        if (m_at < m_text.size())
            return fail("expected a comma or the end");
        return matchers;
    }

private:
    Result<Matcher> parseMatcher()
    {
        const std::size_t begin = m_at;
        auto name = word("expected a label's name");
        if (!name)
            return std::move(name).error();
        if (name->empty() || !isValidUtf8(*name))
            return syntaxError("not a label's name", begin, m_at);
        const auto op = parseOperator();
        if (!op)
            return fail("expected one of = != =~ !~");
        const std::size_t valueAt = m_at;
        auto value = word("expected a label's value");
        if (!value)
            return std::move(value).error();
        if (!isValidUtf8(*value))
            return syntaxError("not a label's value: it is not UTF-8", valueAt, m_at);
        Matcher matcher{*op, *std::move(name), *std::move(value)};
        if (matcher.op == MatchOp::Regex || matcher.op == MatchOp::NotRegex) {
            if (const auto regex = compiledRegex(matcher.value); !regex)
                return syntaxError(plainText(regex.error()), valueAt, m_at);
        }
        return matcher;
    }

    Result<std::string> word(const char *expected)
    {
        skipBlanks();
        if (m_at < m_text.size() && m_text[m_at] == '"')
            return quotedWord();
        const std::size_t begin = m_at;
        while (m_at < m_text.size() && reserved.find(m_text[m_at]) == std::string_view::npos)
            ++m_at;
        if (begin == m_at)
            return fail(expected);
        return std::string(m_text.substr(begin, m_at - begin));
    }

    Result<std::string> quotedWord()
    {
        const std::size_t begin = m_at++;
        while (m_at < m_text.size() && m_text[m_at] != '"')
            m_at += m_text[m_at] == '\\' ? 2 : 1;
        if (m_at >= m_text.size()) {
            m_at = m_text.size();
            return syntaxError("there is no closing quote", begin, m_at);
        }
        auto text = Unquoter(m_text.substr(begin + 1, m_at - begin - 1)).run();
        ++m_at;
        if (!text)
            return syntaxError("an escape that is none", begin, m_at);
        return *std::move(text);
    }

    std::optional<MatchOp> parseOperator()
    {
        skipBlanks();
        static constexpr MatchOp operators[] = {MatchOp::Regex, MatchOp::NotRegex, MatchOp::NotEqual,
                                                MatchOp::Equal};
        for (const MatchOp op : operators) {
            if (m_text.substr(m_at).starts_with(matchOpText(op))) {
                m_at += matchOpText(op).size();
                return op;
            }
        }
        return std::nullopt;
    }

    bool accept(char c)
    {
        skipBlanks();
        if (m_at >= m_text.size() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }

    void skipBlanks()
    {
        while (m_at < m_text.size() &&
               std::string_view(" \t\n\r\v\f").find(m_text[m_at]) != std::string_view::npos)
            ++m_at;
    }

    [[nodiscard]] Error fail(const char *message) const
    {
        return syntaxError(message, m_at, std::min(m_at + 1, m_text.size()));
    }

    std::string_view m_text;
    std::size_t m_at = 0;
};

} // namespace

Result<std::vector<Matcher>> parseAlertMatchers(std::string_view text)
{
    return MatcherParser(text).parse();
}

std::string alertMatchersText(const std::vector<Matcher> &matchers)
{
    std::string text = "{";
    for (const Matcher &matcher : matchers) {
        if (text.size() > 1)
            text += ',';
        text += isLegacyLabelName(matcher.name) ? matcher.name : goQuoted(matcher.name);
        text += matchOpText(matcher.op);
        text += goQuoted(matcher.value);
    }
    return text + '}';
}

Result<AlertMatchers> AlertMatchers::compile(const std::vector<Matcher> &matchers)
{
    AlertMatchers made;
    for (const Matcher &matcher : matchers) {
        Ready ready{matcher, {}};
        if (matcher.op == MatchOp::Regex || matcher.op == MatchOp::NotRegex) {
            auto regex = compiledRegex(matcher.value);
            if (!regex)
                return std::move(regex).error();
            ready.regex = std::move(regex).value();
        }
        made.m_matchers.push_back(std::move(ready));
    }
    return made;
}

bool AlertMatchers::match(const Labels &labels) const
{
    return std::all_of(m_matchers.begin(), m_matchers.end(), [&labels](const Ready &ready) {
        return matches(ready, labels.value(ready.matcher.name));
    });
}

bool AlertMatchers::matches(const Ready &ready, std::string_view value)
{
    switch (ready.matcher.op) {
    case MatchOp::Equal:
        return value == ready.matcher.value;
    case MatchOp::NotEqual:
        return value != ready.matcher.value;
    case MatchOp::Regex:
        return ready.regex->matches(value);
    case MatchOp::NotRegex:
        return !ready.regex->matches(value);
    }
    return false;
}

bool matchesEmpty(const Matcher &matcher)
{
    if (matcher.op == MatchOp::Equal)
        return matcher.value.empty();
    if (matcher.op != MatchOp::Regex)
        return false;
    const auto regex = compiledRegex(matcher.value);
    return regex.ok() && regex->matches("");
}

} // namespace sightglass
