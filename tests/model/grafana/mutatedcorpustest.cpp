// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/grafana/exportdashboard.h"
#include "model/grafana/importreport.h"
#include "tests/support/conformance.h"
#include "tests/support/mutatedjson.h"
#include "tests/support/testcase.h"

#include <QDirIterator>
#include <QTest>

#include <algorithm>
#include <map>
#include <set>

namespace {

using namespace sightglass;
using Json = nlohmann::ordered_json;

constexpr int brokenCopies = 4; ///< of each dashboard
constexpr int changesOfACopy = 25;
constexpr int singleChanges = 12; ///< of each dashboard, each by itself

/// Public dashboards with values of wrong types in them: nothing may crash, what is read is written and read
/// as the same, and what is left out is told.
class MutatedCorpusTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void anythingReadsAsSomething();
    void whatIsLeftOutIsTold();

private:
    struct File
    {
        QString name;
        Json json;
    };
    std::vector<File> m_files;
};

void MutatedCorpusTest::initTestCase()
{
    const QString folder = test::conformancePath(QStringLiteral("dashboards"));
    if (folder.isEmpty())
        QSKIP("no conformance data beside the checkout");
    QDirIterator found(folder, {QStringLiteral("*.json")}, QDir::Files, QDirIterator::Subdirectories);
    while (found.hasNext()) {
        const QString file = found.next();
        m_files.push_back({file.mid(folder.size() + 1), Json::parse(test::readFile(file).toStdString())});
    }
    std::ranges::sort(m_files, {}, &File::name);
}

/// What another writing of the dashboard is not the same in.
QByteArray difference(const DashboardSpec &a, const DashboardSpec &b)
{
    const auto written = [](const DashboardSpec &one) {
        return Json::parse(exportDashboard(one, FileFor::Sightglass));
    };
    const auto keptOf = [](const DashboardSpec &one) {
        QByteArrayList kept{QByteArray::fromStdString(one.kept)};
        const auto add = [&kept](const auto &items) {
            for (const auto &item : items)
                kept += QByteArray::fromStdString(item.kept);
        };
        add(one.variables);
        add(one.annotations);
        add(one.panels);
        for (const PanelSpec &panel : one.panels) {
            add(panel.queries);
            add(panel.overrides);
        }
        return kept;
    };
    QByteArray differing;
    const QByteArrayList ofA = keptOf(a);
    const QByteArrayList ofB = keptOf(b);
    for (qsizetype i = 0; i < ofA.size() && i < ofB.size(); ++i) {
        if (ofA[i] != ofB[i])
            differing += ' ' + ofA[i].left(300) + " -> " + ofB[i].left(300);
    }
    return ": " + QByteArray::fromStdString(Json::diff(written(a), written(b)).dump()).left(400) + differing;
}

void MutatedCorpusTest::anythingReadsAsSomething()
{
    unsigned seed = 1;
    std::size_t read = 0;
    QStringList differing;
    for (const File &file : m_files) {
        for (int copy = 0; copy < brokenCopies; ++copy, ++seed) {
            test::JsonMutator mutator(seed);
            Json broken = file.json;
            for (int i = 0; i < changesOfACopy; ++i)
                static_cast<void>(mutator.replaceOne(broken));
            const QByteArray where = file.name.toUtf8() + " seed " + QByteArray::number(seed);
            const auto imported = importDashboard(broken.dump());
            if (!imported) {
                QVERIFY2(!plainText(imported.error()).empty(), where);
                continue;
            }
            ++read;
            const DashboardReport report = importReport(*imported);
            QVERIFY2(report.panels.size() <= imported->dashboard.panels.size(), where);
            for (const FileFor reader : {FileFor::Grafana, FileFor::Sightglass}) {
                const auto again = importDashboard(exportDashboard(imported->dashboard, reader));
                QVERIFY2(again.ok(), where);
                if (again->dashboard != imported->dashboard)
                    differing << QString::fromUtf8(where + difference(imported->dashboard, again->dashboard));
            }
        }
    }
    QVERIFY(m_files.empty() || read > m_files.size());
    for (const QString &one : differing.mid(0, 20))
        qInfo("%s", qPrintable(one));
    QCOMPARE(differing.size(), qsizetype{0});
}

/// What is read of a dashboard, without what is only written back.
DashboardSpec readPartOf(DashboardSpec dashboard)
{
    dashboard.kept.clear();
    for (VariableSpec &variable : dashboard.variables)
        variable.kept.clear();
    for (AnnotationSpec &annotation : dashboard.annotations)
        annotation.kept.clear();
    for (PanelSpec &panel : dashboard.panels) {
        panel.kept.clear();
        panel.otherQueries.clear();
        for (PanelQuery &query : panel.queries)
            query.kept.clear();
        for (FieldOverride &override : panel.overrides)
            override.kept.clear();
    }
    return dashboard;
}

std::set<std::string> lossesOf(const ImportedDashboard &imported)
{
    std::set<std::string> told;
    for (const ImportLoss &loss : imported.losses)
        told.insert(loss.pointer + ' ' + loss.feature + ' ' + loss.reason);
    for (const PanelReport &panel : importReport(imported).panels) {
        for (const std::string &error : panel.queryErrors)
            told.insert(std::to_string(panel.id) + error);
    }
    return told;
}

/// The names in a pointer: "/panels/3/targets/0/expr" is "panels/targets/expr".
std::string kindOf(const std::string &pointer)
{
    std::string kind;
    for (std::size_t at = 1; at < pointer.size();) {
        const std::size_t end = std::min(pointer.find('/', at), pointer.size());
        const std::string step = pointer.substr(at, end - at);
        if (step.find_first_not_of("0123456789") != std::string::npos)
            kind += (kind.empty() ? "" : "/") + step;
        at = end + 1;
    }
    return kind;
}

void MutatedCorpusTest::whatIsLeftOutIsTold()
{
    unsigned seed = 1;
    std::size_t changed = 0;
    std::map<std::string, std::vector<std::string>> silent;
    for (const File &file : m_files) {
        const auto original = importDashboard(file.json.dump());
        QVERIFY(original.ok());
        const std::set<std::string> before = lossesOf(*original);
        for (int i = 0; i < singleChanges; ++i, ++seed) {
            test::JsonMutator mutator(seed);
            Json broken = file.json;
            const std::string place = mutator.replaceOne(broken);
            const Json::json_pointer at(place);
            // A number for a text and the like can be meant; what has parts for what has none cannot.
            const bool wasWhole = file.json[at].is_structured();
            const bool isWhole = broken[at].is_structured();
            const bool isNothing = broken[at].is_null() || broken[at].empty() || broken[at] == "";
            // A data source is named or described, a colour too; what a foreign panel means is not known.
            const Json &holder = file.json[at.parent_pointer()];
            const bool isColor =
                place.ends_with("/color") ||
                (place.ends_with("/value") && holder.is_object() && holder.value("id", Json()) == "color");
            const bool isReference =
                (isColor && broken[at].is_string()) ||
                (place.ends_with("/datasource") && (broken[at].is_string() || broken[at].is_object()));
            // So are a query that is an object, and one value that is chosen for a list of them.
            const bool isOtherForm = (place.ends_with("/query") && broken[at].is_object()) ||
                                     (place.find("/current/") != std::string::npos && !isWhole);
            const bool isForeign = place.find("/options/root/") != std::string::npos;
            if (wasWhole == isWhole || isNothing || isReference || isOtherForm || isForeign)
                continue;
            const auto imported = importDashboard(broken.dump());
            if (!imported || readPartOf(imported->dashboard) == readPartOf(original->dashboard))
                continue;
            ++changed;
            if (lossesOf(*imported) == before)
                silent[kindOf(place)].push_back(file.name.toStdString() + ' ' + place + " = " +
                                                broken[at].dump() + " seed " + std::to_string(seed));
        }
    }
    std::size_t count = 0;
    for (const auto &[kind, places] : silent) {
        count += places.size();
        qInfo("%zu silent: %s, %s", places.size(), kind.c_str(), places.front().c_str());
    }
    qInfo("%zu of %zu", count, changed);
    QCOMPARE(count, std::size_t{0});
}

SIGHTGLASS_TEST(MutatedCorpusTest)

} // namespace

#include "mutatedcorpustest.moc"
