// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/analysis/approvedfindings.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>
#include <vector>

namespace sightglass {

namespace {

constexpr std::string_view noName = "-";

bool needsEscape(char c, bool first) noexcept
{
    const auto byte = static_cast<unsigned char>(c);
    return byte <= 0x20 || byte == 0x7F || c == '\\' || c == ',' || (first && c == '#');
}

void appendEscaped(std::string_view name, std::string &out)
{
    static constexpr std::string_view digits = "0123456789abcdef";
    for (std::size_t i = 0; i < name.size(); ++i) {
        const auto byte = static_cast<unsigned char>(name[i]);
        if (needsEscape(name[i], i == 0) || name == noName)
            out.append(1, '\\').append(1, digits[byte >> 4U]).append(1, digits[byte & 15U]);
        else
            out.append(1, name[i]);
    }
}

std::optional<std::string> unescaped(std::string_view word)
{
    std::string result;
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (word[i] != '\\') {
            result.append(1, word[i]);
            continue;
        }
        const std::string_view hex = word.substr(i + 1, 2);
        unsigned value = 0;
        const auto [end, error] = std::from_chars(hex.data(), hex.data() + hex.size(), value, 16);
        if (hex.size() != 2 || error != std::errc() || end != hex.data() + hex.size())
            return std::nullopt;
        result.append(1, static_cast<char>(value));
        i += 2;
    }
    return result;
}

std::vector<std::string_view> words(std::string_view line)
{
    std::vector<std::string_view> result;
    while (true) {
        line.remove_prefix(std::min(line.find_first_not_of(" \t\r"), line.size()));
        if (line.empty())
            return result;
        const std::size_t end = std::min(line.find_first_of(" \t\r"), line.size());
        result.push_back(line.substr(0, end));
        line.remove_prefix(end);
    }
}

std::optional<FindingKey> keyOfLine(const std::vector<std::string_view> &parts)
{
    if (parts.size() > 3)
        return std::nullopt;
    FindingKey key;
    key.rule = parts.front();
    const auto nameAt = [&parts](std::size_t i) {
        return unescaped(i < parts.size() && parts[i] != noName ? parts[i] : std::string_view());
    };
    const auto metric = nameAt(1);
    const auto label = nameAt(2);
    if (!metric || !label)
        return std::nullopt;
    key.metric = *metric;
    key.label = *label;
    return key;
}

} // namespace

FindingKey keyOf(const PageFinding &finding)
{
    return {std::string(finding.rule->id), finding.metric, finding.label};
}

std::string ApprovedFindings::lineOf(const FindingKey &key)
{
    std::string line = key.rule;
    if (!key.metric.empty() || !key.label.empty())
        line += ' ';
    if (key.metric.empty() && !key.label.empty())
        line += noName;
    appendEscaped(key.metric, line);
    if (!key.label.empty())
        line += ' ';
    appendEscaped(key.label, line);
    return line;
}

std::string ApprovedFindings::toText() const
{
    std::string text;
    for (const FindingKey &key : m_keys)
        text += lineOf(key) + '\n';
    return text;
}

std::vector<std::string> ApprovedFindings::rules() const
{
    std::vector<std::string> rules;
    for (const FindingKey &key : m_keys) {
        if (rules.empty() || rules.back() != key.rule)
            rules.push_back(key.rule);
    }
    return rules;
}

Result<ApprovedFindings> ApprovedFindings::fromText(std::string_view text)
{
    ApprovedFindings result;
    std::uint32_t number = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const auto parts = words(text.substr(begin, end - begin));
        ++number;
        if (!parts.empty() && !parts.front().starts_with('#')) {
            auto key = keyOfLine(parts);
            // Who writes lists with commas would approve nothing.
            if (const std::size_t comma = text.substr(begin, end - begin).find(','); comma != text.npos)
                return Error{ErrorCode::ConfigSyntax,
                             {"rule, metric and label stand with blanks between them, without commas (a "
                              "comma in a name is \\2c)"},
                             {begin + comma, begin + comma + 1},
                             {number, static_cast<std::uint32_t>(comma + 1)}};
            if (!key)
                return Error{ErrorCode::ConfigSyntax,
                             {"expected a rule, a metric and a label"},
                             {begin, end},
                             {number, 1}};
            result.approve(std::move(*key));
        }
        begin = end + 1;
    }
    return result;
}

} // namespace sightglass
