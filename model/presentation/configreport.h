// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scrape/configfollower.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <vector>

namespace sightglass {

/// One thing that there is to say of a followed prometheus.yml. Texts are plain and translated.
struct ConfigReportLine
{
    enum class Kind : std::uint8_t
    {
        Broken,  ///< why the file as it is now is not in force
        Problem, ///< addresses that make no target, discovery that fails
        Lost,    ///< a field that is good and not honoured here
        RuleFile ///< one that was found
    };
    Kind kind = Kind::Problem;
    QString file;
    SourcePosition position; ///< line 0: of the file as a whole
    QString text;

    /// "prometheus.yml:3:5", the file's name without its folder.
    [[nodiscard]] QString shortPlace() const;
    /// "/etc/prometheus.yml:3:5: text", as compilers do it.
    [[nodiscard]] QString line() const;

    friend bool operator==(const ConfigReportLine &, const ConfigReportLine &) = default;
};

/// The worst first.
[[nodiscard]] std::vector<ConfigReportLine> configReport(const ConfigState &state);

/// "12 targets · 1 dropped · 2 fields not honoured"; of a broken file what is in force.
[[nodiscard]] QString configSummary(const ConfigState &state);

} // namespace sightglass
