// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/configreading.h"

#include "parser/base/utf8cut.h"
#include "parser/config/paths.h"

#include <algorithm>
#include <array>
#include <utility>

namespace sightglass {
namespace {

using namespace std::string_view_literals;

/// What stands below these keys is not to be seen in an error text.
constexpr std::array secretKeys = {"basic_auth"sv,   "authorization"sv, "oauth2"sv,
                                   "bearer_token"sv, "key"sv,           "proxy_connect_header"sv,
                                   "http_headers"sv};

/// As yaml.v2 shortens a value in its errors.
std::string shortened(std::string_view text)
{
    constexpr std::size_t longest = 10;
    constexpr std::size_t kept = 7;
    return text.size() > longest ? std::string(utf8Prefix(text, kept)) + "..." : std::string(text);
}

} // namespace

ConfigReading::Step::Step(ConfigReading &reading, std::string_view key)
    : m_reading(reading)
{
    m_reading.m_path.emplace_back(key);
}

ConfigReading::Step::Step(ConfigReading &reading, std::size_t index)
    : m_reading(reading)
{
    m_reading.m_path.push_back("[" + std::to_string(index) + "]");
}

void ConfigReading::refuseShape(SourcePosition position, std::string text)
{
    refuse(ErrorCode::ConfigSyntax, position, std::move(text));
}

void ConfigReading::refuseValue(SourcePosition position, std::string text)
{
    refuse(ErrorCode::ConfigValue, position, std::move(text));
}

void ConfigReading::refuseType(const YamlNode &node, std::string_view type)
{
    std::string text = "cannot unmarshal " + yamlTypeName(node, m_version);
    // A tag of a collection on a scalar, or of something else on a collection, shows as it does in Go.
    if (text.ends_with("!!seq") || text.ends_with("!!map"))
        text += node.text;
    else
        text += " `" + (insideSecret() ? "<secret>" : shortened(node.text)) + "`";
    refuseShape(node.position, text + " into " + std::string(type));
}

void ConfigReading::refuseTag(const YamlNode &node)
{
    YamlNode untagged = node;
    untagged.tag.clear();
    untagged.plain = true;
    refuseShape(node.position, "yaml: cannot decode " + yamlTypeName(untagged, m_version) + " `" +
                                   (insideSecret() ? "<secret>" : node.text) + "` as a " +
                                   yamlTypeName(node));
}

void ConfigReading::refuse(ErrorCode code, SourcePosition position, std::string text)
{
    if (!m_error)
        m_error = Error{code, {std::move(text)}, {}, position};
}

void ConfigReading::remark(SourcePosition position, ConfigLoss loss, std::string_view argument)
{
    m_remarks.push_back({position, path(), loss, std::string(argument)});
}

std::vector<ConfigRemark> ConfigReading::takeRemarks()
{
    std::stable_sort(m_remarks.begin(), m_remarks.end(), [](const ConfigRemark &a, const ConfigRemark &b) {
        return std::pair(a.position.line, a.position.column) < std::pair(b.position.line, b.position.column);
    });
    return std::exchange(m_remarks, {});
}

std::string ConfigReading::absolutePath(std::string_view path) const
{
    return joinedPath(m_source.directory, path);
}

std::optional<std::string> ConfigReading::environment(std::string_view name) const
{
    return m_source.environment ? m_source.environment(name) : std::nullopt;
}

std::string ConfigReading::path() const
{
    std::string text;
    for (const std::string &part : m_path) {
        if (!text.empty() && !part.starts_with('['))
            text += '.';
        text += part;
    }
    return text;
}

bool ConfigReading::insideSecret() const
{
    return std::any_of(m_path.begin(), m_path.end(), [](const std::string &part) {
        return std::find(secretKeys.begin(), secretKeys.end(), part) != secretKeys.end();
    });
}

} // namespace sightglass
