// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/detachedpage.h"
#include "app/desktop/explorepage.h"
#include "model/dashboard/annotationmarks.h"
#include "model/dashboard/dashboardchoices.h"
#include "model/notify/notifysettings.h"
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

/// Words as one line that commandWords() reads as them.
[[nodiscard]] QString commandText(const QStringList &words);

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
    /// Those that stay off, wherever they come from.
    [[nodiscard]] QStringList rulesOff() const;
    void setRulesOff(const QStringList &files);

    /// The dashboard files that are open: absolute paths.
    [[nodiscard]] QStringList dashboards() const;
    void setDashboards(const QStringList &paths);
    /// Those that were open not long ago, newest first.
    [[nodiscard]] QStringList recentDashboards() const;
    void setRecentDashboards(const QStringList &paths);

    /// What was chosen on a dashboard, which its key stands for; of a bounded number of dashboards, those
    /// chosen on last. What is too long is not kept.
    [[nodiscard]] DashboardChoices choices(const QString &key) const;
    void setChoices(const QString &key, const DashboardChoices &choices);

    /// The dashboards that have windows of their own; a bounded number.
    [[nodiscard]] std::vector<DetachedPage> detachedPages() const;
    void setDetachedPages(const std::vector<DetachedPage> &pages);

    /// The ranges that were chosen by hand, as TimeBar has them; bounded.
    [[nodiscard]] QStringList timeHistory() const;
    void setTimeHistory(const QStringList &history);

    /// What the user noted that happened, in the order of times; the newest thousand.
    [[nodiscard]] AnnotationMarks notes() const;
    void setNotes(const AnnotationMarks &notes);

    /// Of the playlist.
    [[nodiscard]] int playlistSeconds() const;
    void setPlaylistSeconds(int seconds);
    /// Keys of the dashboards that it shows, in turn; none: all.
    [[nodiscard]] QStringList playlistDashboards() const;
    void setPlaylistDashboards(const QStringList &keys);

    /// Who is told of alerts beside the desktop. The command is the file's: of a file that is not the user's
    /// own it waits for leave.
    [[nodiscard]] AlertSendersConfig alertSenders() const;
    /// What may be a secret in an address is not kept, only under which key the secret store has it.
    void setAlertSenders(const AlertSendersConfig &config);
    [[nodiscard]] NotifySettings notify() const;
    void setNotify(const NotifySettings &settings);

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
