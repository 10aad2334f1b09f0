// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/dashboardchooser.h"

#include "model/presentation/workspace.h"
#include "model/scrape/systemclock.h"
#include "model/storage/head.h"
#include "tests/support/testcase.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace sightglass;

namespace {

/// Which dashboards targets get, on real scrapes of files.
class DashboardChooserTest : public test::TestCase
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    void write(const QString &path, const QByteArray &page) const
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(page) != page.size())
            qFatal("no file to scrape");
    }

    [[nodiscard]] TargetConfig fileTarget(const char *name, const QByteArray &page) const
    {
        TargetConfig target;
        const QString path = m_folder.filePath(QLatin1String(name));
        write(path, page);
        target.url = QUrl::fromLocalFile(path);
        target.id = QLatin1String(name);
        target.name = QLatin1String(name);
        target.intervalMs = minScrapeIntervalMs;
        return target;
    }

    static DashboardSpec dashboard(const char *id, std::vector<std::string> required, DashboardRole role)
    {
        DashboardSpec spec;
        spec.id = id;
        spec.title = id;
        spec.role = role;
        for (const std::string &metric : required) {
            PanelSpec &panel = spec.panels.emplace_back();
            panel.id = metric;
            panel.grid.y = 8 * static_cast<int>(spec.panels.size());
            panel.queries = {{metric, "", false}};
        }
        spec.requiredMetrics = std::move(required);
        return spec;
    }

    static std::unique_ptr<Workspace> workspace()
    {
        WorkspaceOptions options;
        DashboardSpec system = dashboard("system", {"core"}, DashboardRole::System);
        system.otherParts = {{{"plane"}}};
        system.panels.emplace_back(system.panels.front()).queries = {{"plane", "", false}};
        system.panels.back().id = "plane";
        options.knownDashboards = {dashboard("runtime", {"go_goroutines"}, DashboardRole::Runtime),
                                   dashboard("shop", {"orders_total"}, DashboardRole::System),
                                   dashboard("shop-queue", {"orders_total"}, DashboardRole::Detail), system};
        return std::make_unique<Workspace>(std::make_shared<SystemClock>(), std::move(options));
    }

    static QStringList idsOf(const TargetDashboard &dashboard)
    {
        QStringList ids{QString::fromStdString(dashboard.spec.id)};
        for (const DashboardSpec &further : dashboard.further)
            ids += QString::fromStdString(further.id);
        return ids;
    }

private slots:
    void ownSystemFirst()
    {
        const auto shown = workspace();
        shown->setTargets({fileTarget("t", "orders_total 1\ngo_goroutines 2\nx 3\n")});
        QTRY_COMPARE(shown->dashboards().size(), std::size_t{1});
        const TargetDashboard &chosen = shown->dashboards().front();
        QCOMPARE(idsOf(chosen), (QStringList{QStringLiteral("shop-t"), QStringLiteral("shop-queue-t"),
                                             QStringLiteral("runtime-t"), QStringLiteral("auto-t")}));
        QCOMPARE(chosen.further.back().title, std::string("Everything else"));
        QVERIFY(chosen.companions.empty());
        QVERIFY(chosen.spec.panels.front().queries.front().expr.starts_with("orders_total{"));
    }

    void automaticFirstWhereOnlyTheRuntimeIsKnown()
    {
        const auto shown = workspace();
        shown->setTargets({fileTarget("t", "go_goroutines 2\nx 3\n")});
        QTRY_COMPARE(shown->dashboards().size(), std::size_t{1});
        QCOMPARE(idsOf(shown->dashboards().front()),
                 (QStringList{QStringLiteral("auto-t"), QStringLiteral("runtime-t")}));
    }

    void partsOfASystemAreOneDashboard()
    {
        const auto shown = workspace();
        TargetConfig elsewhere = fileTarget("c", "core 5\n");
        elsewhere.labels = Labels(std::vector<Label>{{"env", "test"}});
        shown->setTargets({fileTarget("a", "plane 1\n"), fileTarget("b", "core 2\n"), elsewhere});
        QTRY_COMPARE(shown->dashboards().size(), std::size_t{2});
        const TargetDashboard &both = shown->dashboards().front();
        QTRY_COMPARE(shown->dashboards().front().companions, std::vector<QString>{QStringLiteral("b")});
        QCOMPARE(both.targetId, QStringLiteral("a"));
        QCOMPARE(both.spec.panels.size(), std::size_t{2});
        const std::string &expr = both.spec.panels.front().queries.front().expr;
        QVERIFY2(expr.find("instance=~\"") != std::string::npos, expr.c_str());
        // One automatic dashboard for each of the two.
        QCOMPARE(both.further.size(), std::size_t{2});
        QVERIFY(both.further[0].title != both.further[1].title);
        QCOMPARE(shown->dashboards().back().targetId, QStringLiteral("c"));
        QVERIFY(shown->dashboards().back().companions.empty());
    }

    /// What has a variable for it shows all targets of its kind; what has none shows each by itself.
    void severalOfAKindAreOneDashboard()
    {
        WorkspaceOptions options;
        DashboardSpec machine = dashboard("machine", {"cpu"}, DashboardRole::System);
        VariableSpec instance;
        instance.name = "instance";
        instance.query = "label_values(cpu, instance)";
        machine.variables = {instance};
        machine.panels.front().queries = {{"cpu{instance=~\"$instance\"}", "{{instance}} ", false}};
        options.knownDashboards = {machine, dashboard("shop", {"orders_total"}, DashboardRole::System)};
        Workspace shown(std::make_shared<SystemClock>(), std::move(options));
        shown.setTargets({fileTarget("a", "cpu 1\n")});
        QTRY_COMPARE(shown.dashboards().size(), std::size_t{1});
        QVERIFY(shown.dashboards().front().spec.variables.empty());
        QVERIFY(shown.dashboards().front().spec.panels.front().queries.front().expr.find('$') ==
                std::string::npos);
        shown.setTargets({fileTarget("a", "cpu 1\n"), fileTarget("b", "cpu 2\n"),
                          fileTarget("c", "orders_total 1\n"), fileTarget("d", "orders_total 2\n")});
        QTRY_COMPARE(shown.dashboards().size(), std::size_t{3});
        const TargetDashboard &machines = shown.dashboards().front();
        QCOMPARE(machines.companions, std::vector<QString>{QStringLiteral("b")});
        QCOMPARE(machines.spec.variables.size(), std::size_t{1});
        QVERIFY(machines.spec.panels.front().queries.front().expr.find("instance=~\"$instance\"") !=
                std::string::npos);
    }

    /// On scrapes that are made up, a second apart.
    void whatBeginsToChangeUnfoldsSoon()
    {
        Head head;
        const auto pool = std::make_shared<QueryPool>(1U);
        DashboardChooser chooser(pool, {});
        CollectorTick tick;
        TargetStatus &target = tick.targets.emplace_back();
        target.config.id = QStringLiteral("t");
        target.config.intervalMs = 1000;
        target.health = TargetHealth::Up;
        target.labels = Labels(std::vector<Label>{{"instance", "h"}, {"job", "j"}});
        constexpr TimestampMs start = 1'700'000'000'000;
        const auto scrape = [&](int second, bool wakes) {
            tick.at = start + second * 1000;
            for (int i = 0; i < 60; ++i) {
                const bool moves = i < 30 || (i == 40 && wakes) || (i > 40 && i < 60 && wakes && second > 40);
                const std::string name = "area" + std::to_string(i % 5) + "_n" + std::to_string(i);
                // Single values would share their graphs.
                for (const char *part : {"a", "b"}) {
                    const Labels labels = target.labels.with(metricNameLabel, name).with("part", part);
                    QVERIFY(head.append(head.seriesFor(labels), tick.at, moves ? second + 1 : 7).ok());
                }
            }
            head.commit();
            tick.snapshot = head.snapshot();
            target.lastScrape = tick.at;
            ++target.scrapes;
            chooser.onTick(tick);
            // What is asked of the pool is answered before the next scrape.
            const QueryPool::Key key = pool->newKey();
            bool done = false;
            pool->submit(key, [&](std::stop_token) {
                QMetaObject::invokeMethod(
                    this, [&done] { done = true; }, Qt::QueuedConnection);
            });
            QTRY_VERIFY(done);
        };
        const auto spec = [&] { return chooser.dashboards().front().spec; };
        const auto panel = [&](const char *id) {
            const DashboardSpec shown = spec();
            const auto found = std::ranges::find(shown.panels, id, &PanelSpec::id);
            return found == shown.panels.end() ? std::optional<GridPosition>() : found->grid;
        };
        int second = 0;
        for (; second <= 22; ++second)
            scrape(second, false);
        QVERIFY(panel("area1_n1") && !panel("area0_n40") && !panel("area1_n41"));
        const auto before = panel("area1_n1");
        for (; second <= 27; ++second)
            scrape(second, true);
        QVERIFY2(panel("area0_n40"), "unfolded within some seconds");
        QVERIFY(!panel("area1_n41") && panel("area1_n1") == before);
        // So many at once are another order: all are drawn in their groups.
        for (; second <= 60; ++second)
            scrape(second, true);
        const DashboardSpec shown = spec();
        QVERIFY(panel("area1_n41") || panel("area2_n42"));
        QVERIFY(std::ranges::find(shown.panels, "Began to change", &PanelSpec::title) == shown.panels.end());
    }

    /// A metric that is gone for a while takes no dashboard away, and one that comes brings its panel.
    void whatWasFoundStays()
    {
        const auto shown = workspace();
        TargetConfig target = fileTarget("t", "orders_total 1\nx 3\n");
        shown->setTargets({target});
        QTRY_COMPARE(shown->dashboards().size(), std::size_t{1});
        write(target.url.toLocalFile(), "x 3\ngo_goroutines 7\n");
        // Chosen again once rates can be told.
        QTRY_VERIFY_WITH_TIMEOUT(idsOf(shown->dashboards().front()).contains(QStringLiteral("runtime-t")),
                                 20'000);
        QCOMPARE(shown->dashboards().front().spec.id, std::string("shop-t"));
    }
};

} // namespace

SIGHTGLASS_TEST(DashboardChooserTest)
#include "dashboardchoosertest.moc"
