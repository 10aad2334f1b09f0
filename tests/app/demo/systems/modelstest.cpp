// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/systems/modelrunner.h"
#include "app/demo/systems/systemtable.h"
#include "parser/exposition/expositioncheck.h"
#include "tests/app/demo/systems/documentedmetrics.h"
#include "tests/app/demo/systems/pagevalues.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <cmath>
#include <sstream>

namespace {

using namespace sightglass;
using namespace sightglass::demo;
using namespace std::chrono_literals;

QByteArray text(const MetricsPage &page)
{
    return QByteArray::fromStdString(page.text());
}

std::unique_ptr<SystemModel> modelOf(SystemId id, std::uint64_t seed = 1)
{
    return systemEntry(id).makeModel(seed);
}

/// What all modelled systems have in common.
class ModelsTest : public test::TestCase
{
    Q_OBJECT

private:
    static void systemRows()
    {
        QTest::addColumn<SystemId>("id");
        for (const SystemEntry &entry : systemTable()) {
            if (entry.makeModel != nullptr)
                QTest::newRow(entry.name.data()) << entry.id;
        }
    }

private Q_SLOTS:
    void names_data();
    void names();
    void exactlyWhatIsDocumented_data() { systemRows(); }
    void exactlyWhatIsDocumented();
    void pagesConform_data() { systemRows(); }
    void pagesConform();
    void pagesAreSoundAndCountersRise_data() { systemRows(); }
    void pagesAreSoundAndCountersRise();
    void theSameSeedIsTheSame_data() { systemRows(); }
    void theSameSeedIsTheSame();
    void stepsOfAnyLengthMeanTheSame_data() { systemRows(); }
    void stepsOfAnyLengthMeanTheSame();
    void steadyIsWell_data() { systemRows(); }
    void steadyIsWell();
    void theRunnerStepsAllAlike();
    void aLongStandstillIsMadeUpFor();
};

void ModelsTest::names_data()
{
    QTest::addColumn<QByteArray>("named");
    QTest::addColumn<std::vector<SystemId>>("systems");
    using Ids = std::vector<SystemId>;
    QTest::newRow("one") << QByteArray("sellify") << Ids{SystemId::Sellify};
    QTest::newRow("two, in the table's order")
        << QByteArray("streamhouse,plain") << Ids{SystemId::PlainObserver, SystemId::StreamHouse};
    QTest::newRow("twice") << QByteArray("sellify,sellify") << Ids{SystemId::Sellify};
    QTest::newRow("a system of two") << QByteArray("allsource")
                                     << Ids{SystemId::AllSourceCore, SystemId::AllSourceControlPlane};
    QTest::newRow("all") << QByteArray("all")
                         << Ids{SystemId::FraiseqlObserver, SystemId::PlainObserver,
                                SystemId::AllSourceCore,    SystemId::AllSourceControlPlane,
                                SystemId::StreamHouse,      SystemId::Sellify};
    for (const char *wrong : {"", "Sellify", "sellify,", ",sellify", "sellify, streamhouse", "nonsense"})
        QTest::addRow("not \"%s\"", wrong) << QByteArray(wrong) << Ids{};
}

void ModelsTest::names()
{
    QFETCH(QByteArray, named);
    QFETCH(std::vector<SystemId>, systems);
    QCOMPARE(systemsNamed(named.toStdString()), systems);
}

/// As documentedMetrics() puts it down.
std::string describe(const ExposedFamily &family)
{
    std::ostringstream line;
    line << family.name << ' ' << metricTypeName(family.type) << " {";
    const ExposedMetric &metric = family.metrics.front();
    for (const Label &label : metric.labels)
        line << (&label == &metric.labels.front() ? "" : ",") << label.name;
    line << '}';
    if (const auto *histogram = std::get_if<ExposedHistogram>(&metric.value)) {
        for (const ExposedBucket &bucket : histogram->buckets)
            line << ' ' << bucket.upperBound;
    }
    return line.str();
}

std::string describe(const DocumentedMetric &metric)
{
    std::ostringstream line;
    line << metric.name << ' ' << metricTypeName(metric.type) << " {" << metric.labels << '}';
    std::istringstream buckets{std::string(metric.buckets)};
    double bound = 0;
    while (metric.type == MetricType::Histogram && buckets >> bound)
        line << ' ' << bound;
    return line.str();
}

void ModelsTest::exactlyWhatIsDocumented()
{
    QFETCH(SystemId, id);
    std::set<std::string> documented;
    for (const DocumentedMetric &metric : documentedMetrics()) {
        if (metric.system == id)
            documented.insert(describe(metric));
    }
    std::set<std::string> emitted;
    for (const ExposedFamily &family : modelOf(id)->metrics().families()) {
        QVERIFY2(family.help && !family.help->empty(), family.name.c_str());
        for (const ExposedMetric &metric : family.metrics) {
            ExposedFamily one = family;
            one.metrics = {metric};
            emitted.insert(describe(one));
        }
    }
    for (const std::string &line : documented)
        QVERIFY2(emitted.contains(line), line.c_str());
    for (const std::string &line : emitted)
        QVERIFY2(documented.contains(line), line.c_str());
}

void ModelsTest::pagesConform()
{
    QFETCH(SystemId, id);
    const auto model = modelOf(id);
    for (int i = 0; i < 200; ++i)
        model->step(1, {});
    for (const ExpositionDiagnostic &finding : checkPrometheusText(model->metrics().text()))
        QVERIFY2(isConforming({finding}), finding.text.c_str());
}

void ModelsTest::pagesAreSoundAndCountersRise()
{
    QFETCH(SystemId, id);
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        const auto model = modelOf(id, seed);
        ModelRandom random(1000 + seed);
        MetricsPage before = model->metrics();
        for (int i = 0; i < 250; ++i) {
            const auto scenario = static_cast<std::size_t>(random.between(0, 6));
            const double seconds = random.logNormal(1, 1.2);
            model->step(seconds, weatherAt(allScenarios.at(scenario), Milliseconds(i * 700), {}));
            MetricsPage after = model->metrics();
            QCOMPARE(flawOf(after), std::string());
            QCOMPARE(flawBetween(before, after), std::string());
            before = std::move(after);
        }
    }
}

void ModelsTest::theSameSeedIsTheSame()
{
    QFETCH(SystemId, id);
    const auto one = modelOf(id, 7);
    const auto same = modelOf(id, 7);
    const auto other = modelOf(id, 8);
    for (int i = 0; i < 60; ++i) {
        for (const auto &model : {std::cref(one), std::cref(same), std::cref(other)})
            model.get()->step(1, {});
    }
    QCOMPARE(text(one->metrics()), text(same->metrics()));
    QVERIFY(text(one->metrics()) != text(other->metrics()));
}

/// Counters that are busy enough to be compared.
void ModelsTest::stepsOfAnyLengthMeanTheSame()
{
    QFETCH(SystemId, id);
    const auto fine = modelOf(id, 3);
    const auto coarse = modelOf(id, 4);
    for (int i = 0; i < 9'000; ++i)
        fine->step(0.1, {});
    for (int i = 0; i < 60; ++i)
        coarse->step(15, {});
    const std::vector<ExposedFamily> left = fine->metrics().families();
    const std::vector<ExposedFamily> right = coarse->metrics().families();
    int compared = 0;
    for (std::size_t i = 0; i < left.size(); ++i) {
        // How many replays there are, and how long, is chance.
        if (left[i].type != MetricType::Counter || left[i].name == "allsource_replay_events_processed")
            continue;
        for (std::size_t k = 0; k < left[i].metrics.size(); ++k) {
            const double a = std::get<ExposedValue>(left[i].metrics[k].value).value;
            const double b = std::get<ExposedValue>(right[i].metrics[k].value).value;
            if (a < 5'000)
                continue;
            QVERIFY2(std::abs(a - b) < 0.1 * a, qPrintable(QString::fromStdString(left[i].name) +
                                                           QStringLiteral(" %1 %2").arg(a).arg(b)));
            ++compared;
        }
    }
    QVERIFY(compared > 0 || id == SystemId::Sellify || id == SystemId::AllSourceControlPlane);
}

void ModelsTest::steadyIsWell()
{
    QFETCH(SystemId, id);
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
        const auto model = modelOf(id, seed);
        for (int i = 0; i < 2 * 3600; i += 2) {
            model->step(2, {});
            QVERIFY2(model->health().good, qPrintable(QString::number(i)));
            QVERIFY(model->health().notReadyBecause.empty());
        }
    }
}

/// The control plane tells of the core what the core tells of itself.
void ModelsTest::theRunnerStepsAllAlike()
{
    const TimePoint start = TimePoint() + 1000s;
    ScenarioControl scenario(Scenario::Incident, {1s, 5s, 600s}, start);
    ModelRunner runner(scenario, start);
    SystemModel &plane = runner.add(modelOf(SystemId::AllSourceControlPlane, 5));
    SystemModel &core = runner.add(modelOf(SystemId::AllSourceCore, 5));
    for (int second = 1; second <= 40; ++second) {
        runner.advanceTo(start + std::chrono::seconds(second) + 37ms);
        if (second % 5 != 0)
            continue; // the control plane asks every five seconds
        const double told =
            PageValues(plane.metrics(), "control_plane_").sum("core_events_total", {{"node_id", "core-1"}});
        const double is = PageValues(core.metrics(), "allsource_").sum("storage_events_total");
        QVERIFY2(is - told >= 0 && is - told < 200, qPrintable(QString::number(is - told)));
    }
}

void ModelsTest::aLongStandstillIsMadeUpFor()
{
    const TimePoint start = TimePoint() + 1000s;
    ScenarioControl scenario(Scenario::Steady, {}, start);
    ModelRunner runner(scenario, start);
    SystemModel &model = runner.add(modelOf(SystemId::StreamHouse));
    const auto uptime = [&model] {
        return PageValues(model.metrics(), "streamhouse_").sum("uptime_seconds");
    };
    const double before = uptime();
    runner.advanceTo(start + 8h);
    QVERIFY(std::abs(uptime() - before - 8 * 3600) < 60);
    runner.advanceTo(start + 1h); // a time that has been reached
    QVERIFY(std::abs(uptime() - before - 8 * 3600) < 60);
}

} // namespace

SIGHTGLASS_TEST(ModelsTest)

#include "modelstest.moc"
