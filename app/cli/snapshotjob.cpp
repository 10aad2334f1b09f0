// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/snapshotjob.h"

#include "app/cli/followedconfig.h"
#include "app/cli/options.h"
#include "model/dashboard/autodashboard.h"
#include "model/dashboard/dashboardmatch.h"
#include "model/dashboard/fitteddashboard.h"
#include "model/dashboard/showndashboard.h"
#include "model/presentation/dashboardtimes.h"
#include "model/presentation/displaytext.h"
#include "model/presentation/errortext.h"
#include "model/presentation/timeselection.h"
#include "model/presentation/timetext.h"
#include "model/scrape/systemclock.h"

#include <QFileInfo>
#include <QSaveFile>
#include <QTimer>

#include <algorithm>

namespace sightglass {

SnapshotJob::SnapshotJob(SnapshotRequest request, std::vector<DashboardSpec> known, QObject *parent)
    : QObject(parent)
    , m_request(std::move(request))
    , m_known(std::move(known))
{
    WorkspaceOptions options;
    options.knownDashboards = m_known;
    m_workspace = std::make_unique<Workspace>(std::make_shared<SystemClock>(), std::move(options));
}

SnapshotJob::~SnapshotJob() = default;

void SnapshotJob::start()
{
    m_workspace->setTargets(m_request.targets);
    m_sources = std::make_unique<TargetSources>(m_workspace.get());
    tellOfFollowed(*m_sources);
    for (const QString &file : m_request.ruleFiles)
        m_sources->open(file, FollowedKind::Rules);
    QTimer::singleShot(std::chrono::milliseconds(m_request.forMs), this, [this] {
        reportTargets();
        m_queue = dashboardsToRender();
        if (m_queue.empty()) {
            printError(tr("there is nothing to draw"));
            m_failed = true;
        }
        renderNext();
    });
}

void SnapshotJob::reportTargets()
{
    for (const TargetStatus &target : m_workspace->lastTick().targets) {
        if (target.health == TargetHealth::Up)
            continue;
        m_failed = true;
        const QString reason = target.error ? errorText(*target.error) : tr("no scrape was completed");
        printError(displayUrl(target.config.url) + QStringLiteral(": ") + reason);
    }
}

std::vector<DashboardSpec> SnapshotJob::dashboardsToRender() const
{
    std::vector<DashboardSpec> specs;
    if (m_request.opened) {
        specs.push_back(*m_request.opened);
        return specs;
    }
    if (m_request.dashboard == QLatin1String("auto")) {
        for (const TargetDashboard &dashboard : m_workspace->dashboards())
            specs.push_back(dashboard.spec);
        return specs;
    }
    const std::string id = m_request.dashboard.toStdString();
    const auto known = std::find_if(m_known.begin(), m_known.end(),
                                    [&id](const DashboardSpec &spec) { return spec.id == id; });
    if (known != m_known.end()) {
        const CollectorTick &tick = m_workspace->lastTick();
        for (const TargetStatus &target : tick.targets) {
            const SampleNames exposed = matchDashboards({}, *tick.snapshot, target.labels, tick.at).exposed;
            const DashboardSpec fitted = fittedTo(*known, exposed);
            // Of another kind of target than asked for, all panels say that there is nothing.
            specs.push_back(boundToTarget(fitted.panels.empty() ? *known : fitted, target.labels));
        }
    }
    return specs;
}

void SnapshotJob::renderNext()
{
    m_picture.reset();
    if (m_written == 0 && !m_queue.empty() && !knowsVariables()) {
        emit finished(static_cast<int>(ExitCode::Usage));
        return;
    }
    if (m_written >= m_queue.size()) {
        emit finished(static_cast<int>(m_failed ? ExitCode::Failed : ExitCode::Done));
        return;
    }
    const std::optional<TimeRange> range = rangeOf(m_queue[m_written]);
    if (!range) {
        printError(tr("no range of time: %1 to %2").arg(m_request.from, m_request.to));
        emit finished(static_cast<int>(ExitCode::Usage));
        return;
    }
    tellOfShortHistory(*range);
    m_picture = std::make_unique<DashboardPicture>(shown(m_queue[m_written], *range), m_request.size,
                                                   m_request.theme, m_workspace->queryPool());
    connect(m_picture.get(), &DashboardPicture::finished, this, &SnapshotJob::write);
    const CollectorTick &tick = m_workspace->lastTick();
    PanelTime time;
    time.range = *range;
    time.live = isRelative(m_queue[m_written]);
    time.now = nowIn(m_queue[m_written]);
    time.exactEnd = true;
    std::vector<std::int64_t> intervals;
    for (const TargetStatus &target : tick.targets)
        intervals.push_back(target.config.intervalMs);
    m_picture->setTimeZone(zoneOf(m_queue[m_written], QTimeZone::systemTimeZone()));
    m_picture->render({tick.snapshot, forSources(time, intervals)}, tick.rules);
}

/// Whether the range moves with time, wherever it ends: one of its ends is relative to now, as for Grafana.
bool SnapshotJob::isRelative(const DashboardSpec &dashboard) const
{
    const bool said = !m_request.from.isEmpty() || !m_request.to.isEmpty();
    const auto moves = [](const QString &end) {
        return end.isEmpty() || end.trimmed().startsWith(QLatin1String("now"), Qt::CaseInsensitive);
    };
    return moves(said ? m_request.from : QString::fromStdString(dashboard.timeFrom)) ||
           moves(said ? m_request.to : QString::fromStdString(dashboard.timeTo));
}

std::optional<TimestampMs> SnapshotJob::nowIn(const DashboardSpec &dashboard) const
{
    return isRelative(dashboard) ? std::optional(m_workspace->lastTick().at) : std::nullopt;
}

std::optional<TimeRange> SnapshotJob::rangeOf(const DashboardSpec &dashboard) const
{
    const TimestampMs now = m_workspace->lastTick().at;
    const bool said = !m_request.from.isEmpty() || !m_request.to.isEmpty();
    const QString from = said ? m_request.from : QString::fromStdString(dashboard.timeFrom);
    const QString to = said ? m_request.to : QString::fromStdString(dashboard.timeTo);
    // What a file says is drawn however little was scraped: $__range and what is made of it depend on it.
    const TimeRange standard =
        m_request.opened ? TimeRange{now - dashboard.defaultRangeMs, now}
                         : TimeSelection(dashboard.defaultRangeMs).range(now, m_workspace->firstDataAt());
    if (from.isEmpty() && to.isEmpty())
        return standard;
    const QTimeZone zone = zoneOf(dashboard, QTimeZone::systemTimeZone());
    const auto read =
        parseTimeRange(from.isEmpty() ? QStringLiteral("now-1h") : from,
                       to.isEmpty() ? QStringLiteral("now") : to, now, zone, calendarOf(dashboard));
    if (const auto *wish = std::get_if<TimeWish>(&read))
        return wish->range;
    return said ? std::nullopt : std::optional(standard);
}

/// A picture of hours has a minute of data at its edge: no failure, but not what somebody wants to look at.
void SnapshotJob::tellOfShortHistory(TimeRange range) const
{
    constexpr std::int64_t minuteMs = 60'000;
    constexpr std::int64_t much = 5;
    const TimestampMs now = m_workspace->lastTick().at;
    const std::int64_t fitting =
        TimeSelection(range.lengthMs()).range(now, m_workspace->firstDataAt()).lengthMs();
    const bool asked = !m_request.from.isEmpty() || !m_request.to.isEmpty();
    if (asked || !m_request.opened || range.to != now || range.lengthMs() < much * fitting)
        return;
    printError(tr("the dashboard shows much more time than was scraped: --from now-%1m draws that alone")
                   .arg(fitting / minuteMs));
}

DashboardSpec SnapshotJob::shown(const DashboardSpec &dashboard, TimeRange range)
{
    const QueryEngine engine = m_workspace->queryEngine();
    BuiltInContext context{range, dashboard.title, dashboard.uid};
    context.timezone = dashboard.timezone.empty() ? "browser" : dashboard.timezone;
    context.now = nowIn(dashboard);
    VariableValues known;
    addBuiltIns(known, context);
    const std::shared_ptr<const Snapshot> snapshot = m_workspace->lastTick().snapshot;
    if (!snapshot)
        return dashboard;
    const ResolvedVariables resolved = resolveVariables(dashboard.variables, m_request.variables, known,
                                                        VariableSource{*snapshot, engine, range});
    for (const ResolvedVariable &variable : resolved.variables) {
        if (!variable.error)
            continue;
        m_failed = m_failed || !m_request.allowErrors;
        printError(tr("variable %1: %2")
                       .arg(displayText(std::string_view(variable.name)), errorText(*variable.error)));
    }
    checkChosen(resolved);
    DashboardChoices choices;
    return shownDashboard(dashboard, resolved.values, choices, context).spec;
}

/// What is chosen and cannot be had is told: a picture of something else is of no use.
void SnapshotJob::checkChosen(const ResolvedVariables &resolved)
{
    for (const ResolvedVariable &variable : resolved.variables) {
        const auto chosen = m_request.variables.find(variable.name);
        if (chosen == m_request.variables.end())
            continue;
        for (const VariableOption &wanted : chosen->second) {
            const std::vector<std::string> &values = variable.value.values;
            const bool isAll = wanted.value == allVariableValue && variable.value.all;
            if (isAll || std::find(values.begin(), values.end(), wanted.value) != values.end())
                continue;
            m_failed = m_failed || !m_request.allowErrors;
            printError(tr("variable %1 has no value %2")
                           .arg(displayText(std::string_view(variable.name)),
                                displayText(std::string_view(wanted.value))));
        }
    }
}

/// Whether each variable that was chosen is one of a dashboard's: what is misspelt is told before anything is
/// drawn.
bool SnapshotJob::knowsVariables() const
{
    bool all = true;
    for (const auto &[name, chosen] : m_request.variables) {
        const bool known = std::ranges::any_of(m_queue, [&name = name](const DashboardSpec &dashboard) {
            return std::ranges::find(dashboard.variables, name, &VariableSpec::name) !=
                   dashboard.variables.end();
        });
        if (known)
            continue;
        all = false;
        printError(tr("no dashboard to draw has a variable %1").arg(displayText(std::string_view(name))));
    }
    return all || m_request.allowErrors;
}

void SnapshotJob::write(const QImage &image)
{
    for (const QString &error : m_picture->panelErrors()) {
        printError(error);
        m_failed = m_failed || !m_request.allowErrors;
    }
    const QString path = pathOf(m_written);
    QSaveFile file(path);
    const QByteArray bytes = bytesFor(path, image);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit()) {
        printLine(path);
    } else {
        printError(tr("cannot write %1").arg(path));
        m_failed = true;
    }
    ++m_written;
    // Not from within the picture's own signal: it is deleted there.
    QTimer::singleShot(0, this, &SnapshotJob::renderNext);
}

Drawing SnapshotJob::drawing() const
{
    return m_request.isSizeAsked ? m_picture->drawing() : m_picture->source().drawing();
}

QByteArray SnapshotJob::bytesFor(const QString &path, const QImage &image) const
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == fileSuffix(ExportFormat::Svg))
        return toSvg(drawing());
    if (suffix == fileSuffix(ExportFormat::Pdf))
        return toPdf(drawing(), PdfPage::AsPicture);
    return pngBytes(image);
}

QString SnapshotJob::pathOf(std::size_t number) const
{
    if (number == 0)
        return m_request.out;
    const QFileInfo file(m_request.out);
    const QString name =
        QStringLiteral("%1-%2.%3").arg(file.completeBaseName()).arg(number + 1).arg(file.suffix());
    return file.path() == QLatin1String(".") ? name : file.path() + QLatin1Char('/') + name;
}

} // namespace sightglass
