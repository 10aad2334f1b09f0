// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/analysis/answercontent.h"

#include "model/analysis/diagnosis.h"
#include "tests/support/testcase.h"

#include <QElapsedTimer>
#include <QTest>

#include <memory>

using namespace sightglass;

Q_DECLARE_METATYPE(sightglass::AnswerKind)

namespace {

class AnswerContentTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void kinds_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<AnswerKind>("kind");
        const auto row = [](const char *name, const QByteArray &body, AnswerKind kind) {
            QTest::newRow(name) << body << kind;
        };
        row("nothing", "", AnswerKind::Empty);
        row("blanks", " \r\n\t", AnswerKind::Empty);
        row("a sample", "a 1\n", AnswerKind::Exposition);
        row("a type alone", "# TYPE a counter\n", AnswerKind::Exposition);
        row("with errors", "# TYPE a counter\na{ 1\na{ 2\n", AnswerKind::Exposition);
        row("a quoted name", "{\"a.b\"} 1\n", AnswerKind::Exposition);
        row("OpenMetrics", "a 1\n# EOF\n", AnswerKind::Exposition);
        row("protobuf", QByteArray("\x0F\x0A\x05total\x18\x01\x22\x04\x22\x02\x08\x00", 16),
            AnswerKind::Exposition);
        row("prose", "401 Unauthorized\n", AnswerKind::Other);
        row("more bad lines than samples", "a 1\nb\nc\n", AnswerKind::Other);
        row("JSON", "{\"status\":\"UP\"}", AnswerKind::Json);
        row("JSON in lines", "[\n  1\n]\n", AnswerKind::Json);
        row("HTML", "<!DOCTYPE html><title>x</title>", AnswerKind::Html);
        row("HTML behind blanks and a mark", "\xEF\xBB\xBF\n <HTML>", AnswerKind::Html);
        row("HTML around metrics", "<html><pre>\na 1\nb 2\n</pre>", AnswerKind::Html);
        row("a form", "<html><form><input type=\"password\"></form>", AnswerKind::LoginPage);
        row("XML", "<?xml version=\"1.0\"?><Error/>", AnswerKind::Other);
        row("bytes", QByteArray(1000, '\x7F'), AnswerKind::Other);
    }
    void kinds()
    {
        QFETCH(QByteArray, body);
        QFETCH(AnswerKind, kind);
        QCOMPARE(int(answerContent(body.toStdString()).kind), int(kind));
    }

    void titles_data()
    {
        QTest::addColumn<QByteArray>("html");
        QTest::addColumn<QByteArray>("title");
        const auto row = [](const char *name, const QByteArray &html, const QByteArray &title) {
            QTest::newRow(name) << html << title;
        };
        row("plain", "<html><title>Sign in</title>", "Sign in");
        row("with attributes", "<html><TITLE lang=en>x</TITLE>", "x");
        row("over lines", "<html><title>\n  Sign\n\tin \n</title>", "Sign in");
        row("references", "<html><title>a &amp; b &lt;c&gt; &#233;&#xe9; &quot;&#39;</title>",
            "a & b <c> \xC3\xA9\xC3\xA9 \"'");
        row("no references", "<html><title>a & b &nope; &#xd800; &#; &</title>",
            "a & b &nope; &#xd800; &#; &");
        row("without end", "<html><title>x", "x");
        row("none", "<html><body>x", "");
        row("open tag", "<html><title", "");
        row("markup in it", "<html><title>a<b>c</title>", "a");
        row("long", "<html><title>" + QByteArray("\xC3\xA9").repeated(1000) + "</title>",
            QByteArray("\xC3\xA9").repeated(100));
    }
    void titles()
    {
        QFETCH(QByteArray, html);
        QTEST(QByteArray::fromStdString(answerContent(html.toStdString()).title), "title");
    }

    void largeBodiesTakeLittle()
    {
        QElapsedTimer timer;
        timer.start();
        for (const char *unit : {"a 1\n", "a\n", "<html>", "&", "{", "# x\n"})
            static_cast<void>(answerContent(QByteArray(unit).repeated(1 << 22).toStdString()));
        QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
    }

    void onlyWholeExpositionsAreExamined()
    {
        RefusedAnswer answer;
        answer.body = "a 1\n# EOF\n";
        answer.isWhole = true;
        const Error missing{ErrorCode::ContentTypeMissing, {}, {}, {}};
        QVERIFY(examinedFormat(answer, missing) == ExpositionFormat::OpenMetricsText);
        QVERIFY(!examinedFormat(answer, {ErrorCode::HttpStatus, {"500"}, {}, {}}));
        answer.isWhole = false;
        QVERIFY(!examinedFormat(answer, missing));
        answer.isWhole = true;
        answer.body = "<html>\na 1\n";
        QVERIFY(!examinedFormat(answer, missing));
    }

    void findings_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("challenge");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("whole");
        QTest::addColumn<QString>("findings");
        const QByteArray login = "<html><title>Sign in</title><input type='password'>";
        const QString loginText = QStringLiteral(
            "answer-login: the answer is an HTML page that asks for a password; its title: Sign in");
        QTest::newRow("login") << 200 << QByteArray() << login << true << loginText;
        QTest::newRow("challenge")
            << 401 << QByteArray("Basic realm=\"x\"") << QByteArray() << true
            << QStringLiteral("credentials-asked: the service asks for credentials: Basic realm=\"x\"");
        QTest::newRow("untitled") << 404 << QByteArray() << QByteArray("<html>") << true
                                  << QStringLiteral("answer-html: the answer is an HTML page; its title: -");
        QTest::newRow("JSON, cut") << 200 << QByteArray() << QByteArray("{\"a\":") << false
                                   << QStringLiteral(
                                          "answer-json: the answer is JSON|answer-cut: only the first "
                                          "5 bytes of the answer were read");
        QTest::newRow("prose") << 403 << QByteArray("Basic") << QByteArray("no") << true << QString();
    }
    void findings()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, challenge);
        QFETCH(QByteArray, body);
        QFETCH(bool, whole);
        ScrapeFacts facts;
        facts.refused = std::make_shared<const RefusedAnswer>(
            RefusedAnswer{status, {}, {}, challenge.toStdString(), body.toStdString(), whole});
        QStringList found;
        for (const PageFinding &finding :
             diagnose(readPage({}, ExpositionFormat::PrometheusText), facts).findings)
            found << QString::fromUtf8(finding.rule->id.data(), qsizetype(finding.rule->id.size())) +
                         QStringLiteral(": ") + QString::fromStdString(findingText(finding));
        QTEST(found.join(u'|'), "findings");
    }
};

} // namespace

SIGHTGLASS_TEST(AnswerContentTest)
#include "answercontenttest.moc"
