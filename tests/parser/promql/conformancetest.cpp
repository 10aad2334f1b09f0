// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/conformance.h"

#include "parser/promql/parse.h"
#include "parser/promql/pretty.h"
#include "parser/promql/print.h"
#include "tests/parser/promql/dump.h"
#include "tests/support/testcase.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

namespace {

using namespace sightglass;
using namespace sightglass::promql;

/// Nothing but an error where a text does not come back from a printer as the same tree and the same text.
QString roundTripProblem(const Expr &expr, const Features &features)
{
    const std::string printed = printExpr(expr);
    for (const std::string &text : {printed, prettyExpr(expr)}) {
        const auto again = parseExpr(text, features);
        if (!again)
            return QString::fromStdString("does not parse again: " + text + ": " + plainText(again.error()));
        if (sightglass::test::dump(**again) != sightglass::test::dump(expr))
            return QString::fromStdString("another tree: " + text);
        if (printExpr(**again) != printed)
            return QString::fromStdString("no fixed point: " + text);
    }
    return {};
}

/// Expressions that Prometheus 2.42, the judge of expressions.jsonl, refuses and 3.14, which we follow,
/// accepts: arithmetic in durations is part of the language since 3.14 (PromQL reference, section 1).
bool isNewerLanguage(const QString &expression)
{
    static const QRegularExpression durationArithmetic(
        QStringLiteral(R"(\[[^\]]*\d[a-z]* *[-+*/%^][^\]]*\])"));
    return durationArithmetic.match(expression).hasMatch();
}

QList<QJsonObject> jsonLines(const QString &path)
{
    QList<QJsonObject> objects;
    for (const QByteArray &line : sightglass::test::readFile(path).split('\n')) {
        if (!line.isEmpty())
            objects.append(QJsonDocument::fromJson(line).object());
    }
    return objects;
}

class PromqlConformanceTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void publicExpressions();
    void queryTests_data();
    void queryTests();
};

void PromqlConformanceTest::publicExpressions()
{
    const QString path = sightglass::test::conformancePath(QStringLiteral("expressions.jsonl"));
    if (path.isEmpty())
        QSKIP("no conformance data beside this checkout");
    int accepted = 0;
    int refused = 0;
    QStringList problems;
    for (const QJsonObject &line : jsonLines(path)) {
        const QString text = line[u"expr"].toString();
        const auto parsed = parseExpr(text.toStdString());
        if (line[u"prom242"] != QStringLiteral("ok")) {
            ++refused;
            if (parsed && !isNewerLanguage(text))
                problems += QStringLiteral("accepted: ") + text;
            continue;
        }
        ++accepted;
        if (!parsed)
            problems +=
                QStringLiteral("refused: ") + text + QString::fromStdString(plainText(parsed.error()));
        else if (prettyExpr(**parsed) != line[u"canonical"].toString().toStdString())
            problems += QStringLiteral("printed differently: ") + text;
        else if (const QString problem = roundTripProblem(**parsed, {}); !problem.isEmpty())
            problems += problem;
    }
    QVERIFY2(problems.isEmpty(), qPrintable(problems.mid(0, 20).join(u'\n')));
    QVERIFY(accepted > 1000 && refused > 0);
    qInfo("%d expressions accepted and printed alike, %d refused", accepted, refused);
}

void PromqlConformanceTest::queryTests_data()
{
    QTest::addColumn<QString>("path");
    const QString folder = sightglass::test::conformancePath(QStringLiteral("promqltest"));
    if (folder.isEmpty())
        return;
    for (const QFileInfo &file : QDir(folder).entryInfoList({QStringLiteral("*.test")}))
        QTest::newRow(qPrintable(file.fileName())) << file.filePath();
}

/// Every expression of Prometheus' own query tests parses with all features on, but for those that are there
/// to fail.
void PromqlConformanceTest::queryTests()
{
    if (QTest::currentDataTag() == nullptr)
        QSKIP("no conformance data beside this checkout");
    QFETCH(QString, path);
    static const QRegularExpression eval(QStringLiteral(
        R"(^eval(?:_fail|_warn|_ordered|_info)*\s+(?:instant at \S+|range from \S+ to \S+ step \S+)\s+(.*)$)"));
    const QList<QByteArray> lines = sightglass::test::readFile(path).split('\n');
    int count = 0;
    QStringList problems;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const auto match = eval.match(QString::fromUtf8(lines[i]).trimmed());
        if (!match.hasMatch())
            continue;
        ++count;
        const QByteArray next = i + 1 < lines.size() ? lines[i + 1].trimmed() : QByteArray();
        const bool mayFail = lines[i].startsWith("eval_fail") || next.startsWith("expect fail");
        const auto parsed = parseExpr(match.captured(1).toStdString(), Features::all());
        if (!parsed && !mayFail)
            problems += match.captured(1) + QString::fromStdString(": " + plainText(parsed.error()));
        if (!parsed)
            continue;
        if (const QString problem = roundTripProblem(**parsed, Features::all()); !problem.isEmpty())
            problems += problem;
    }
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    QVERIFY(count > 0);
}

SIGHTGLASS_TEST(PromqlConformanceTest)

} // namespace

#include "conformancetest.moc"
