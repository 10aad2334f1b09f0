// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/config/prometheusconfig.h"
#include "parser/config/yamldocument.h"
#include "parser/config/yamlscalar.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// What the readers of a configuration share: where it lies, where in it they are, and what they found
/// amiss. The first error is kept and ends the reading: readers go on with defaults, loops stop at failed().
class ConfigReading
{
public:
    explicit ConfigReading(const ConfigSource &source, GoYaml version = GoYaml::V2)
        : m_source(source)
        , m_version(version)
    {}

    [[nodiscard]] GoYaml version() const { return m_version; }

    [[nodiscard]] bool failed() const { return m_error.has_value(); }
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

    /// The text has not the shape of a configuration. Later errors are dropped.
    void refuseShape(SourcePosition position, std::string text);
    /// A value is of the right shape, but not good. Later errors are dropped.
    void refuseValue(SourcePosition position, std::string text);
    /// "cannot unmarshal !!str `x` into uint". Below a secret the value is not shown.
    void refuseType(const YamlNode &node, std::string_view type);

    /// "cannot decode !!str `x` as a !!int": the value is not what its tag says.
    void refuseTag(const YamlNode &node);

    /// Says what is lost by the field at the current path.
    void remark(SourcePosition position, ConfigLoss loss, std::string_view argument = {});
    /// In the order of the file.
    [[nodiscard]] std::vector<ConfigRemark> takeRemarks();

    /// Of a path in the file; an empty one stays empty.
    [[nodiscard]] std::string absolutePath(std::string_view path) const;
    [[nodiscard]] std::optional<std::string> environment(std::string_view name) const;

    /// "scrape_configs[2].tls_config".
    [[nodiscard]] std::string path() const;

    /// One step down while it lives.
    class Step
    {
    public:
        Step(ConfigReading &reading, std::string_view key);
        Step(ConfigReading &reading, std::size_t index);
        ~Step() { m_reading.m_path.pop_back(); }
        Step(const Step &) = delete;
        Step &operator=(const Step &) = delete;

    private:
        ConfigReading &m_reading;
    };

private:
    void refuse(ErrorCode code, SourcePosition position, std::string text);
    [[nodiscard]] bool insideSecret() const;

    const ConfigSource &m_source;
    const GoYaml m_version;
    std::optional<Error> m_error;
    std::vector<ConfigRemark> m_remarks;
    std::vector<std::string> m_path; ///< keys as they are, indices as "[2]"
};

} // namespace sightglass
