// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/windowsettings.h"

#include <QHash>
#include <QSet>

#include <vector>

namespace sightglass {

/// Decides which targets the window begins with and which it remembers. Addresses on the command line are for
/// this run: exactly they are shown, and the remembered list is left as it is but for what the user adds by
/// hand meanwhile.
class TargetMemory
{
public:
    /// What is shown where the command line names no address: where it names configuration files, nothing
    /// else.
    enum class Otherwise
    {
        Remembered,
        None
    };

    TargetMemory(WindowSettings *settings, std::vector<TargetConfig> fromCommandLine,
                 Otherwise otherwise = Otherwise::Remembered);

    [[nodiscard]] const std::vector<TargetConfig> &initialTargets() const noexcept { return m_initial; }

    /// What of the remembered targets could not be read.
    [[nodiscard]] const QStringList &problems() const noexcept { return m_problems; }

    /// Whether a target is for this run only.
    [[nodiscard]] bool isTemporary(const QString &id) const { return m_temporary.contains(id); }

    /// Keeps `shown` as the rule above says, but for those of configuration files. What other windows have
    /// added, changed or removed meanwhile stays so, but where this one has changed it too.
    void remember(const std::vector<TargetConfig> &shown);

    /// Those of `shown` that other windows have changed and this one has not, as they are remembered now.
    /// Each change is told once.
    [[nodiscard]] std::vector<TargetConfig> changedElsewhere(const std::vector<TargetConfig> &shown);

private:
    WindowSettings *m_settings;
    std::vector<TargetConfig> m_initial;
    QStringList m_problems;
    QSet<QString> m_temporary;           ///< ids of the command line's targets
    QSet<QString> m_own;                 ///< ids of what this window has shown and remembered
    QHash<QString, QString> m_documents; ///< of those, by id, as they were last read or changed here
};

} // namespace sightglass
