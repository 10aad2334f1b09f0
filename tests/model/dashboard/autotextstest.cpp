// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/autotexts.h"

#include "model/core/namewords.h"
#include "model/dashboard/autodashboard.h"
#include "tests/model/dashboard/dashboardprobe.h"
#include "tests/support/conformance.h"
#include "tests/support/testcase.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

namespace {

using namespace sightglass;
using namespace sightglass::test;

/// Keeps the text apart from what is put into its places: "‹%1› ‹(mean)›"…
std::string bracketed(std::string_view text)
{
    static const QRegularExpression place(QStringLiteral("(%\\d)"));
    QString marked =
        QString::fromUtf8(text.data(), qsizetype(text.size())).replace(place, QStringLiteral("›\\1‹"));
    return (u'‹' + marked + u'›').toStdString();
}

/// The words of the names of all metrics and labels there are, in small letters.
QSet<QString> wordsOfNames(const Snapshot &snapshot)
{
    QSet<QString> words;
    for (const auto &series : snapshot.select({}, {0, std::numeric_limits<TimestampMs>::max()})) {
        for (const std::string_view word : nameWords(series->labels().value(metricNameLabel)))
            words.insert(QString::fromUtf8(word.data(), qsizetype(word.size())).toLower());
    }
    return words;
}

/// What of a text is neither ours nor a name's.
QStringList strangeWords(const std::string &text, const QSet<QString> &names)
{
    static const QRegularExpression ours(QStringLiteral("‹[^›]*›"));
    static const QRegularExpression place(QStringLiteral("\\{\\{[^}]*\\}\\}"));
    static const QRegularExpression word(QStringLiteral("[\\p{L}\\p{N}]+"));
    static const QRegularExpression languageless(QStringLiteral("^(p50|p95|p99|[0-9]+)$"));
    QString rest = QString::fromStdString(text);
    rest.remove(ours).remove(place);
    QStringList strange;
    for (auto found = word.globalMatch(rest); found.hasNext();) {
        const QString one = found.next().captured();
        if (!names.contains(one.toLower()) && !languageless.match(one).hasMatch())
            strange.append(one);
    }
    return strange;
}

class AutoTextsTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void everyTextHasATemplate();
    void filling();
    void allWordsAreOursOrNames_data();
    void allWordsAreOursOrNames();
};

void AutoTextsTest::everyTextHasATemplate()
{
    QSet<QString> seen;
    for (std::size_t i = 0; i < autoTextCount; ++i) {
        const QString text = QString::fromStdString(AutoTexts()[static_cast<AutoText>(i)]);
        QVERIFY2(!text.isEmpty() && !seen.contains(text), qPrintable(text));
        seen.insert(text);
    }
}

void AutoTextsTest::filling()
{
    const AutoTexts texts;
    QCOMPARE(texts.filled(AutoText::SomeOfMany, {"Sizes", "8", "16"}), std::string("Sizes (8 of 16)"));
    // A metric's name is not filled again, and a place without an argument stays.
    QCOMPARE(texts.filled(AutoText::SomeOfMany, {"100%2", "8"}), std::string("100%2 (8 of %3)"));
    const AutoTexts other([](std::string_view) { return std::string("%2 %1 % %%1"); });
    QCOMPARE(other.filled(AutoText::Mean, {"a", "b"}), std::string("b a % %a"));
}

void AutoTextsTest::allWordsAreOursOrNames_data()
{
    QTest::addColumn<QString>("path");
    const QString root = test::conformancePath(QStringLiteral("expositions"));
    if (root.isEmpty())
        QSKIP("no conformance data beside the checkout");
    for (QDirIterator files(root, QDir::Files, QDirIterator::Subdirectories); files.hasNext();) {
        const QString path = files.next();
        if (!path.endsWith(QLatin1String("verdicts.tsv")) && QFileInfo(path).size() < 200'000)
            QTest::newRow(qPrintable(path.mid(root.size() + 1))) << path;
    }
}

void AutoTextsTest::allWordsAreOursOrNames()
{
    QFETCH(QString, path);
    Head head;
    const QByteArray body = test::readFile(path);
    if (test::loadExposition(head, body, target(), probeStart, 0) <= 0)
        return; // refused by Prometheus too
    test::loadExposition(head, body, target(), probeStart + 10'000, 1);
    test::loadExposition(head, body, target(), probeStart + 100'000, 1);
    const auto snapshot = head.snapshot();
    const QSet<QString> names = wordsOfNames(*snapshot);
    DashboardSubject subject{"auto", "svc", target()};
    subject.texts = AutoTexts(bracketed);
    const DashboardSpec dashboard = autoDashboard(*snapshot, subject, probeStart + 100'000);
    for (const PanelSpec &panel : dashboard.panels) {
        QStringList strange = strangeWords(panel.title, names);
        for (const PanelQuery &query : panel.queries)
            strange += strangeWords(query.legend, names);
        QVERIFY2(strange.isEmpty(),
                 qPrintable(QString::fromStdString(panel.title) + QStringLiteral(": ") + strange.join(u' ')));
    }
}

SIGHTGLASS_TEST(AutoTextsTest)

} // namespace

#include "autotextstest.moc"
