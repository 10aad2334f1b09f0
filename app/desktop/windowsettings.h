// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/explorepage.h"
#include "model/presentation/programsettings.h"
#include "model/scrape/targetconfig.h"
#include "model/senders/alertsenders.h"

#include <QByteArray>
#include <QSettings>
#include <QStringList>

#include <memory>
#include <vector>

namespace sightglass {

/// How the user wants light and dark.
enum class ThemeChoice
{
    FollowDesktop,
    Light,
    Dark,
    HighContrast
};

/// What the window remembers between runs. Secrets are never in it: targets refer to them by their keys.
class WindowSettings
{
public:
    /// In the user's configuration folder, or in `fileName` where it is given (tests).
    explicit WindowSettings(const QString &fileName = {});

    /// Whether it is the file in the user's configuration folder. Another one may come from anybody.
    [[nodiscard]] bool isUsersOwn() const;

    /// What of a target cannot be read has its default, and is told in `problems`, where that is wanted; one
    /// without a usable address is told too, and not there.
    [[nodiscard]] std::vector<TargetConfig> targets(QStringList *problems = nullptr) const;
    void setTargets(const std::vector<TargetConfig> &targets);

    /// The prometheus.yml files that are open, absolute paths.
    [[nodiscard]] QStringList configs() const;
    void setConfigs(const QStringList &paths);

    /// The rule files that are open by themselves: absolute paths, and names of rules that come along.
    [[nodiscard]] QStringList ruleFiles() const;
    void setRuleFiles(const QStringList &paths);

    /// Who is told of alerts beside the desktop. The command is the file's: of a file that is not the user's
    /// own it waits for leave.
    [[nodiscard]] AlertSendersConfig alertSenders() const;
    /// Passwords in addresses are not kept.
    void setAlertSenders(const AlertSendersConfig &config);

    [[nodiscard]] QByteArray geometry() const;
    [[nodiscard]] QByteArray state() const;
    void setWindow(const QByteArray &geometry, const QByteArray &state);

    /// The folder that the settings lie in, for what is kept in files of its own beside them.
    [[nodiscard]] QString folder() const;

    [[nodiscard]] ThemeChoice theme() const;
    void setTheme(ThemeChoice theme);

    /// Limits are brought within their bounds, whatever the file says.
    [[nodiscard]] ProgramSettings program() const;
    void setProgram(const ProgramSettings &settings);

    [[nodiscard]] qint64 rangeMs() const;
    void setRangeMs(qint64 milliseconds);

    /// Bounded in number and length, whatever the file holds.
    [[nodiscard]] ExplorePage::Memory explore() const;
    void setExplore(const ExplorePage::Memory &memory);

private:
    std::unique_ptr<QSettings> m_settings;
};

} // namespace sightglass
