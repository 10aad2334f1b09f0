// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/panelquery.h"
#include "model/dashboard/panelvariables.h"
#include "model/grafana/importreport.h"
#include "model/grafana/queryproblems.h"
#include "tests/support/conformance.h"
#include "tests/support/mutatedjson.h"
#include "tests/support/testcase.h"
#include "tests/widgets/corpus/fittingdata.h"
#include "widgets/panels/panelframe.h"
#include "widgets/panels/panelmessage.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QImage>
#include <QPixmap>
#include <QTest>

#include <algorithm>

namespace {

using namespace sightglass;

constexpr QSize panelSize(360, 220);

/// What came of the panels that were drawn.
struct Tally
{
    std::size_t panels = 0;
    std::size_t withQueries = 0;
    std::size_t withData = 0;
    std::size_t withErrors = 0; ///< that say why their query is none
    QStringList blank;
    QStringList silent; ///< broken ones that say nothing of it
    QStringList dataless;
};

/// Whether anything is drawn in the rectangle: more than one colour.
bool isBlank(const QImage &image, QRect area)
{
    area = area.intersected(image.rect());
    if (area.isEmpty())
        return true;
    const QRgb first = image.pixel(area.topLeft());
    for (int y = area.top(); y <= area.bottom(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        for (int x = area.left(); x <= area.right(); ++x) {
            if (line[x] != first)
                return false;
        }
    }
    return true;
}

bool hasData(const PanelData &data)
{
    const bool series = std::ranges::any_of(
        data.series, [](const PanelSeries &one) { return !one.samples.empty() || !one.histograms.empty(); });
    const bool rows = data.frames && std::ranges::any_of(*data.frames, [](const Frame &frame) {
                          return !frame.fields.empty() && !frame.fields.front().values.empty();
                      });
    return series || rows;
}

class PanelCorpusTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void everyPanelIsDrawn();
    void brokenPanelsAreDrawn();

private:
    void draw(const QString &file, const DashboardSpec &dashboard, Tally &tally);
    void draw(const QString &name, const PanelSpec &panel, const Snapshot &snapshot, Tally &tally);

    QueryEngine m_engine;
};

void PanelCorpusTest::draw(const QString &file, const DashboardSpec &dashboard, Tally &tally)
{
    const VariableValues values = plausibleValues(dashboard.variables);
    std::vector<PanelSpec> panels;
    for (const PanelSpec &panel : dashboard.panels) {
        if (panel.type() != PanelType::Row)
            panels.push_back(withVariables(panel, values));
    }
    Head head({std::numeric_limits<std::int64_t>::max() / 4, std::size_t{1} << 30U});
    test::fillWithFittingData(head, panels);
    const std::shared_ptr<const Snapshot> snapshot = head.snapshot();
    for (const PanelSpec &panel : panels)
        draw(file + u'#' + QString::fromStdString(panel.id), panel, *snapshot, tally);
}

void PanelCorpusTest::draw(const QString &name, const PanelSpec &panel, const Snapshot &snapshot,
                           Tally &tally)
{
    ++tally.panels;
    PanelFrame frame(panel, darkTheme());
    frame.resize(panelSize);
    const bool asks = showsData(frame.spec());
    if (asks) {
        PanelTime time;
        time.range = {test::fittingDataEnd - 300'000, test::fittingDataEnd};
        time.scrapeIntervalMs = 15'000;
        PanelSpec still = panel;
        // Data end here, whatever time the panel would show by itself.
        still.timeFrom.clear();
        still.timeShift.clear();
        const auto data = std::make_shared<const PanelData>(queryPanel(snapshot, m_engine, still, time));
        frame.setData(data);
        tally.withQueries += panel.queries.empty() ? 0 : 1;
        tally.withData += hasData(*data) ? 1 : 0;
        if (data->error) {
            ++tally.withErrors;
            if (frame.findChild<PanelMessage *>()->text().isEmpty())
                tally.silent << name;
        } else if (!hasData(*data) && !panel.queries.empty()) {
            tally.dataless << name;
        }
    }
    const QImage image = frame.grab().toImage().convertToFormat(QImage::Format_RGB32);
    // A text without a title begins at the top.
    const int top = frame.titleWidget()->isHidden() ? 4 : 30;
    const QRect body = image.rect().adjusted(4, top, -4, -4);
    const auto *text = std::get_if<TextOptions>(&panel.options);
    const bool nothingToSay =
        text != nullptr && text->content.find_first_not_of(" \n\r\t") == std::string::npos;
    if (isBlank(image, body) && !nothingToSay)
        tally.blank << name;
}

void PanelCorpusTest::everyPanelIsDrawn()
{
    const QString folder = test::conformancePath(QStringLiteral("dashboards"));
    if (folder.isEmpty())
        QSKIP("no conformance data beside the checkout");
    QElapsedTimer timer;
    timer.start();
    Tally tally;
    QDirIterator found(folder, {QStringLiteral("*.json")}, QDir::Files, QDirIterator::Subdirectories);
    while (found.hasNext()) {
        const QString file = found.next();
        const auto imported = importDashboard(test::readFile(file).toStdString());
        QVERIFY2(imported.ok(), qPrintable(file));
        draw(file.mid(folder.size() + 1), imported->dashboard, tally);
    }
    qInfo("%zu panels drawn in %lld s: %zu with queries, %zu have data, %zu say why a query fails, %lld are "
          "without data, %lld blank",
          tally.panels, timer.elapsed() / 1000, tally.withQueries, tally.withData, tally.withErrors,
          static_cast<long long>(tally.dataless.size()), static_cast<long long>(tally.blank.size()));
    for (const QString &name : tally.blank.mid(0, 40))
        qInfo("blank: %s", qPrintable(name));
    for (const QString &name : tally.dataless.mid(0, qEnvironmentVariableIntValue("SIGHTGLASS_LIST")))
        qInfo("without data: %s", qPrintable(name));
    QVERIFY(tally.withQueries >= 6500);
    QCOMPARE(tally.silent.join(u'\n'), QString());
    QCOMPARE(tally.blank.join(u'\n'), QString());
    // The rest compares with a value that no made-up series has.
    QVERIFY(double(tally.withData) >= 0.96 * double(tally.withQueries - tally.withErrors));
}

/// Values of wrong types wherever there are any: whatever is left of a panel is drawn, or says what it is.
void PanelCorpusTest::brokenPanelsAreDrawn()
{
    constexpr unsigned every = 6; ///< of the dashboards one
    constexpr int changes = 40;
    const QString folder = test::conformancePath(QStringLiteral("dashboards"));
    if (folder.isEmpty())
        QSKIP("no conformance data beside the checkout");
    Tally tally;
    unsigned seed = 0;
    QDirIterator found(folder, {QStringLiteral("*.json")}, QDir::Files, QDirIterator::Subdirectories);
    while (found.hasNext()) {
        const QString file = found.next();
        if (++seed % every != 0)
            continue;
        test::JsonMutator mutator(seed);
        auto json = nlohmann::ordered_json::parse(test::readFile(file).toStdString());
        for (int i = 0; i < changes; ++i)
            static_cast<void>(mutator.replaceOne(json));
        if (const auto imported = importDashboard(json.dump()))
            draw(file.mid(folder.size() + 1), imported->dashboard, tally);
    }
    QVERIFY(tally.panels > 200);
    QCOMPARE(tally.silent.join(u'\n'), QString());
}

SIGHTGLASS_TEST(PanelCorpusTest)

} // namespace

#include "panelcorpustest.moc"
