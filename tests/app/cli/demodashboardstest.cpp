// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/bundleddashboards.h"
#include "model/dashboard/panelquery.h"
#include "model/dashboard/panelvariables.h"
#include "model/presentation/workspace.h"
#include "model/scrape/systemclock.h"
#include "model/variables/resolution.h"
#include "tests/support/demoprocess.h"
#include "tests/support/testcase.h"

#include <QDeadlineTimer>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <cmath>

namespace {

using namespace sightglass;

constexpr std::int64_t scrapeMs = 1000;
/// Who has started the demo and looks has waited as long as this before something is to be missing.
constexpr int patienceMs = 25'000;

bool showsSomething(const PanelData &data)
{
    return !data.error && std::ranges::any_of(data.series, [](const PanelSeries &series) {
        return std::ranges::any_of(series.samples, [](const auto &sample) { return !std::isnan(sample.v); });
    });
}

/// The dashboards of the six systems over the demo, as a user finds them in the first half minute.
class DemoDashboardsTest : public test::TestCase
{
    Q_OBJECT

private:
    /// All panels that have nothing to show, by dashboard; "…: no dashboard" where none was chosen.
    static QStringList emptyPanels(const Workspace &workspace)
    {
        QStringList empty;
        for (const TargetDashboard &chosen : workspace.dashboards()) {
            empty += emptyPanels(workspace, chosen.spec);
            for (const DashboardSpec &further : chosen.further) {
                // Details of the systems; what their processes have in common is not the demo's.
                if (further.role == DashboardRole::Detail)
                    empty += emptyPanels(workspace, further);
            }
        }
        return empty;
    }

    static QStringList emptyPanels(const Workspace &workspace, const DashboardSpec &dashboard)
    {
        const CollectorTick &tick = workspace.lastTick();
        const TimeRange range{tick.at - patienceMs, tick.at};
        const QueryEngine engine;
        const ResolvedVariables resolved =
            resolveVariables(dashboard.variables, {}, {}, VariableSource{*tick.snapshot, engine, range});
        QStringList empty;
        for (const PanelSpec &panel : dashboard.panels) {
            if (panel.type() == PanelType::Row || panel.queries.empty())
                continue;
            const PanelData data = queryPanel(*tick.snapshot, engine, withVariables(panel, resolved.values),
                                              {range, scrapeMs, 4 * scrapeMs});
            if (!showsSomething(data))
                empty += QString::fromStdString(dashboard.id + ": " + panel.title + ": " +
                                                panel.queries.front().expr);
        }
        return empty;
    }

    static QStringList chosen(const Workspace &workspace)
    {
        QStringList ids;
        for (const TargetDashboard &dashboard : workspace.dashboards())
            ids += QString::fromStdString(dashboard.spec.id).section(u'-', 0, -2);
        return ids;
    }

private Q_SLOTS:
    void everyPanelOfTheSixSystems();
};

void DemoDashboardsTest::everyPanelOfTheSixSystems()
{
    test::DemoProcess demo;
    QVERIFY2(demo.start({QStringLiteral("--system"), QStringLiteral("all")}), qPrintable(demo.errorText()));
    QStringList urls{demo.url()};
    static const QRegularExpression address(QStringLiteral("http://\\S+/metrics"));
    while (urls.size() < 6) {
        const QRegularExpressionMatch match = address.match(demo.nextLine());
        QVERIFY(match.hasMatch());
        urls += match.captured();
    }
    WorkspaceOptions options;
    options.knownDashboards = bundledDashboards();
    Workspace workspace(std::make_shared<SystemClock>(), std::move(options));
    std::vector<TargetConfig> targets;
    for (const QString &url : urls) {
        TargetConfig target;
        target.id = QString::number(targets.size());
        target.url = QUrl(url);
        target.intervalMs = scrapeMs;
        targets.push_back(target);
    }
    const QDeadlineTimer patience(patienceMs);
    workspace.setTargets(targets);
    // Core and control plane are one.
    QTRY_COMPARE_WITH_TIMEOUT(workspace.dashboards().size(), std::size_t{5}, 10'000);
    QCOMPARE(chosen(workspace), (QStringList{QStringLiteral("fraiseql-observer"),
                                             QStringLiteral("observer-plain"), QStringLiteral("allsource"),
                                             QStringLiteral("streamhouse"), QStringLiteral("sellify")}));
    QStringList empty = emptyPanels(workspace);
    while (!empty.isEmpty() && !patience.hasExpired()) {
        QTest::qWait(scrapeMs); // the next scrapes
        empty = emptyPanels(workspace);
    }
    QVERIFY2(empty.isEmpty(), qPrintable(empty.join(u'\n')));
}

} // namespace

SIGHTGLASS_TEST(DemoDashboardsTest)

#include "demodashboardstest.moc"
