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

    /// Which remembered commands (exec:…) may run. They come from the user's own hand; a settings file that
    /// is not the user's own may come from anybody's.
    enum class Commands
    {
        OfOwnSettings, ///< those of another file are held back: switched off until allowCommand()
        All
    };
    TargetMemory(WindowSettings *settings, std::vector<TargetConfig> fromCommandLine,
                 Otherwise otherwise = Otherwise::Remembered, Commands commands = Commands::OfOwnSettings);

    [[nodiscard]] const std::vector<TargetConfig> &initialTargets() const noexcept { return m_initial; }

    /// What of the remembered targets could not be read.
    [[nodiscard]] const QStringList &problems() const noexcept { return m_problems; }

    /// Whether a target is for this run only.
    [[nodiscard]] bool isTemporary(const QString &id) const { return m_temporary.contains(id); }

    /// The ids of the commands that are held back.
    [[nodiscard]] QStringList heldCommands() const { return m_held.values(); }
    /// The target as it is once the user has let its command run, or has edited it by hand; others stay as
    /// they are.
    [[nodiscard]] TargetConfig allowCommand(TargetConfig target);

    /// Keeps `shown` as the rule above says, but for those of configuration files. What other windows have
    /// added, changed or removed meanwhile stays so, but where this one has changed it too.
    void remember(const std::vector<TargetConfig> &shown);

    /// Those of `shown` that other windows have changed and this one has not, as they are remembered now.
    /// Each change is told once.
    [[nodiscard]] std::vector<TargetConfig> changedElsewhere(const std::vector<TargetConfig> &shown);

private:
    void hold(TargetConfig &target);
    [[nodiscard]] TargetConfig asRemembered(TargetConfig shown) const;

    WindowSettings *m_settings;
    bool m_holdsCommands;
    QSet<QString> m_held; ///< ids; remembered as switched on, shown as switched off
    std::vector<TargetConfig> m_initial;
    QStringList m_problems;
    QSet<QString> m_temporary;           ///< ids of the command line's targets
    QSet<QString> m_own;                 ///< ids of what this window has shown and remembered
    QHash<QString, QString> m_documents; ///< of those, by id, as they were last read or changed here
};

} // namespace sightglass
