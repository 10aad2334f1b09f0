// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/parser/config/rulemutations.h"

#include <algorithm>
#include <array>
#include <vector>

namespace sightglass::test {
namespace {

using namespace std::string_view_literals;

constexpr std::array values = {"[]"sv,
                               "{}"sv,
                               "[a]"sv,
                               "{a: b}"sv,
                               "1"sv,
                               "-1.5"sv,
                               "yes"sv,
                               "true"sv,
                               "\"x\""sv,
                               "'it''s'"sv,
                               "!!int 3"sv,
                               "!!int x"sv,
                               "!!str 1"sv,
                               "!foo x"sv,
                               "!!null x"sv,
                               "!!map x"sv,
                               "!!set {a}"sv,
                               "!!bool yes"sv,
                               "!!float 1"sv,
                               "&q x"sv,
                               "*q"sv,
                               "&q"sv,
                               "5m5s"sv,
                               "5s5m"sv,
                               "-5m"sv,
                               "1.5m"sv,
                               "5 m"sv,
                               "15251w"sv,
                               "1e400"sv,
                               "0x10"sv,
                               "1_000"sv,
                               "2001-01-01"sv,
                               "|\n    a"sv,
                               ">\n  x"sv,
                               "|0"sv,
                               "\"\\x\""sv,
                               "\"\\u00e9\""sv,
                               "\"\\uD800\""sv,
                               "\"open"sv,
                               "'open"sv,
                               "a: b"sv,
                               "a #b"sv,
                               "@x"sv,
                               "`x`"sv,
                               "%x"sv,
                               "?x"sv,
                               "? x"sv,
                               "- x"sv,
                               ": x"sv,
                               "[a"sv,
                               "a]"sv,
                               "{a"sv,
                               "a}"sv,
                               "[a, b"sv,
                               "{a: }"sv,
                               "{a, b: c}"sv,
                               "\"a\": b"sv,
                               "x:"sv,
                               "a\tb"sv,
                               "\tx"sv,
                               "x\t"sv,
                               "\u00e4"sv,
                               "up{a=\"b\"}"sv,
                               "sum(up"sv,
                               "up{"sv,
                               "up)"sv,
                               "1 == 2"sv,
                               "rate(up)"sv,
                               "up[5m]"sv,
                               "{{ $value }}"sv,
                               "'{{ $value'"sv,
                               "'{{ end }}'"sv,
                               "'{{ if }}'"sv,
                               "'{{ $x }}'"sv,
                               "'{{ .a | nofunc }}'"sv,
                               "'{{ \"a }}'"sv,
                               "'{{ 1 | }}'"sv,
                               "'{{/* c */}}'"sv,
                               "'{{- 1 -}}'"sv,
                               "'{{ template \"x\" }}'"sv};
constexpr std::array keys = {"groups"sv,   "name"sv,  "interval"sv, "limit"sv, "rules"sv,
                             "record"sv,   "alert"sv, "expr"sv,     "for"sv,   "annotations"sv,
                             "severity"sv, "exp"sv,   "Expr"sv,     "<<"sv};
constexpr std::array pieces = {
    "{"sv,      "}"sv,    "["sv,      "]"sv,       ":"sv,       ","sv,   "&"sv,   "*"sv,  "#"sv,
    "?"sv,      "|"sv,    "-"sv,      "<"sv,       ">"sv,       "="sv,   "!"sv,   "%"sv,  "@"sv,
    "`"sv,      "\""sv,   "'"sv,      "\\"sv,      " "sv,       "\n"sv,  "\t"sv,  "\r"sv, "\u00e4"sv,
    "\u2028"sv, "\x07"sv, "\ufeff"sv, "\n---\n"sv, "\n...\n"sv, "..."sv, "<<: "sv};
constexpr std::array heads = {"---\n"sv,
                              "---\n---\n"sv,
                              "%YAML 1.1\n---\n"sv,
                              "%YAML 1.2\n---\n"sv,
                              "%TAG ! tag:x:\n---\n"sv,
                              "%FOO\n---\n"sv,
                              "\ufeff"sv,
                              "# c\n"sv,
                              "\n\n"sv,
                              "...\n"sv,
                              "- x\n"sv,
                              "groups:\n"sv,
                              "!foo\n"sv,
                              "&a\n"sv};
constexpr std::array tails = {"\n---\n"sv,      "\n---\ngroups: []\n"sv, "\n...\n"sv, "\n...\nx"sv, "\nx"sv,
                              "\nfoo: bar\n"sv, "\ngroups: []\n"sv,      "\n- x\n"sv, "\n\t\n"sv,   "\n}"sv,
                              "\n---\n["sv};

class Mutation
{
public:
    Mutation(std::string_view text, std::mt19937 &random)
        : m_random(random)
    {
        for (std::size_t at = 0; at <= text.size();) {
            const std::size_t end = std::min(text.find('\n', at), text.size());
            m_lines.emplace_back(text.substr(at, end - at));
            at = end + 1;
        }
    }

    std::string apply()
    {
        std::string &line = m_lines[below(m_lines.size())];
        const std::size_t at = static_cast<std::size_t>(&line - m_lines.data());
        switch (below(13)) {
        case 0:
            m_lines.erase(m_lines.begin() + static_cast<std::ptrdiff_t>(at));
            break;
        case 1:
            m_lines.insert(m_lines.begin() + static_cast<std::ptrdiff_t>(at), std::string(line));
            break;
        case 2:
            line.insert(0, below(2) + 1, below(6) == 0 ? '\t' : ' ');
            break;
        case 3:
            line.erase(0, std::min(below(2) + 1, std::min(line.find_first_not_of(' '), line.size())));
            break;
        case 4:
        case 5:
        case 6:
            replaceValue(line);
            break;
        case 7:
            replaceKey(line);
            break;
        case 8:
            return head() + joined();
        case 9:
            return joined() + std::string(tails[below(tails.size())]);
        case 10: {
            const std::string all = joined();
            return all.substr(0, below(all.size() + 1));
        }
        case 11:
            line.insert(below(line.size() + 1), pieces[below(pieces.size())]);
            break;
        default:
            if (!line.empty())
                line.erase(below(line.size()), 1);
            break;
        }
        return joined();
    }

private:
    std::size_t below(std::size_t limit) { return limit == 0 ? 0 : m_random() % limit; }
    std::string head() { return std::string(heads[below(heads.size())]); }

    void replaceValue(std::string &line)
    {
        const std::size_t colon = line.find(": ");
        if (colon != std::string::npos)
            line = line.substr(0, colon + 2) + std::string(values[below(values.size())]);
    }
    void replaceKey(std::string &line)
    {
        const std::size_t begin = line.find_first_not_of(" -");
        const std::size_t colon = line.find(':');
        if (begin != std::string::npos && colon != std::string::npos && begin < colon)
            line.replace(begin, colon - begin, keys[below(keys.size())]);
    }
    [[nodiscard]] std::string joined() const
    {
        std::string all;
        for (std::size_t i = 0; i < m_lines.size(); ++i)
            all += (i == 0 ? "" : "\n") + m_lines[i];
        return all;
    }

    std::mt19937 &m_random;
    std::vector<std::string> m_lines;
};

} // namespace

std::string mutated(std::string_view text, std::mt19937 &random)
{
    return Mutation(text, random).apply();
}

} // namespace sightglass::test
