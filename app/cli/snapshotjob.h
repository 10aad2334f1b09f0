// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/dashboardpicture.h"
#include "model/dashboard/dashboardchoices.h"
#include "model/presentation/targetsources.h"
#include "model/presentation/workspace.h"

#include <QObject>

#include <memory>
#include <vector>

namespace sightglass {

/// What `sightglass snapshot` was asked for.
struct SnapshotRequest
{
    std::vector<TargetConfig> targets;
    QStringList ruleFiles = {};
    std::int64_t forMs = 20'000;
    QString dashboard = QStringLiteral("auto"); ///< or the id of a bundled one, or a file
    std::optional<DashboardSpec> opened = {};   ///< what the file has
    ChosenVariables variables = {};             ///< by name; others are as the dashboard says
    QString from = {};                          ///< as parseTime() reads it; empty: as the dashboard says
    QString to = {};
    bool allowErrors = false; ///< a panel with an error is no failure
    QSize size{1600, 1000};
    /// SVG and PDF have that size, too; else they have all of the dashboard below its title.
    bool isSizeAsked = false;
    Theme theme = darkTheme();
    QString out;
};

/// Scrapes, then renders and writes one picture per target, or one of a dashboard out of a file, which shows
/// all targets. GUI thread.
class SnapshotJob : public QObject
{
    Q_OBJECT

public:
    SnapshotJob(SnapshotRequest request, std::vector<DashboardSpec> known, QObject *parent = nullptr);
    ~SnapshotJob() override;

    void start();

signals:
    /// `exitCode` as runSnapshotCommand() states it.
    void finished(int exitCode);

private:
    void reportTargets();
    [[nodiscard]] std::vector<DashboardSpec> dashboardsToRender() const;
    void renderNext();
    [[nodiscard]] bool isRelative(const DashboardSpec &dashboard) const;
    /// When "now" is for panels with ranges of their own; empty where the dashboard's is absolute.
    [[nodiscard]] std::optional<TimestampMs> nowIn(const DashboardSpec &dashboard) const;
    /// Nothing where --from and --to mean no range.
    [[nodiscard]] std::optional<TimeRange> rangeOf(const DashboardSpec &dashboard) const;
    void tellOfShortHistory(TimeRange range) const;
    [[nodiscard]] DashboardSpec shown(const DashboardSpec &dashboard, TimeRange range);
    void checkChosen(const ResolvedVariables &resolved);
    [[nodiscard]] bool knowsVariables() const;
    void write(const QImage &image);
    [[nodiscard]] Drawing drawing() const;
    [[nodiscard]] QByteArray bytesFor(const QString &path, const QImage &image) const;
    [[nodiscard]] QString pathOf(std::size_t number) const;

    SnapshotRequest m_request;
    std::vector<DashboardSpec> m_known;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<TargetSources> m_sources;
    std::vector<DashboardSpec> m_queue;
    std::size_t m_written = 0;
    std::unique_ptr<DashboardPicture> m_picture;
    bool m_failed = false;
};

} // namespace sightglass
