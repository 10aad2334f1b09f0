// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panelkit/nameelision.h"

#include "tests/support/testcase.h"
#include "widgets/panelkit/kepttext.h"

#include <QFont>
#include <QTest>

namespace {

using namespace sightglass;

/// The words that tell a name, each with its least part behind a bar: "east|e p99|p9".
QStringList told(const QString &name, const std::vector<TellingWord> &telling)
{
    const std::vector<TextRange> words = wordsAndGaps(name);
    const auto textOf = [&name](TextRange range) { return name.mid(range.begin, range.end - range.begin); };
    QStringList texts;
    for (const TellingWord &word : telling)
        texts << textOf(words[word.word]) + u'|' + textOf(word.least);
    return texts;
}

class NameElisionTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void wordsAndWhatIsBetween()
    {
        const QString name = QStringLiteral("--us-east{a=\"\\u202e\"}ß");
        QStringList parts;
        for (const TextRange range : wordsAndGaps(name))
            parts << name.mid(range.begin, range.end - range.begin);
        QCOMPARE(parts, (QStringList{QStringLiteral("--"), QStringLiteral("us"), QStringLiteral("-"),
                                     QStringLiteral("east"), QStringLiteral("{"), QStringLiteral("a"),
                                     QStringLiteral("=\""), QStringLiteral("\\u202e"), QStringLiteral("\"}"),
                                     QStringLiteral("ß")}));
        QVERIFY(wordsAndGaps({}).empty());
    }

    void wordsThatTell_data()
    {
        QTest::addColumn<QStringList>("names"); // the first one is asked for
        QTest::addColumn<QStringList>("told");
        const auto list = [](const char *text) {
            return QString::fromUtf8(text).split(u' ', Qt::SkipEmptyParts);
        };
        QTest::newRow("alone") << list("us-east-1") << list("");
        QTest::newRow("there twice") << list("us-east-1 us-east-1") << list("");
        QTest::newRow("one word") << list("us-east-1 us-west-1") << list("east|e");
        QTest::newRow("words begin alike") << list("pool-a12 pool-a13") << list("a12|2");
        QTest::newRow("more and less alike") << list("pool-abc pool-abd pool-xyz") << list("abc|abc");
        QTest::newRow("two words") << list("us-east-p99 us-west-p99 us-east-p50") << list("east|e p99|9");
        QTest::newRow("goes on in another") << list("cpu cpu-system") << list("cpu|cpu");
        QTest::newRow("goes on from another") << list("cpu-system cpu") << list("-|-");
        QTest::newRow("what is between tells") << list("a-b a_b") << list("-|-");
        QTest::newRow("pairs are not parted") << list("x-😀 x-😁") << list("😀|😀");
    }

    void wordsThatTell()
    {
        QFETCH(QStringList, names);
        const TellingParts parts(names);
        QTEST(told(names.front(), parts.of(names.front())), "told");
        QVERIFY(parts.of(QStringLiteral("none of them")).empty());
    }

    /// Whatever the width, a kept text has no half of a character.
    void pairsAreNotPartedByGrowing()
    {
        const QString name = QString::fromUtf8("x-😀😁a😂😃-y");
        const QFontMetricsF metrics{QFont()};
        const std::vector<TextRange> words = wordsAndGaps(name);
        const std::vector<TellingWord> telling{{2, {6, 7}}};
        for (double width = 0; width <= metrics.horizontalAdvance(name); ++width) {
            KeptText text(name, metrics, width);
            text.keep(telling.front().least);
            text.growByCharacters(telling, words);
            QVERIFY2(text.text().isValidUtf16(), qPrintable(QString::number(width)));
        }
    }

    void namesKeepWhatTellsThemApart_data()
    {
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<QStringList>("told"); ///< what has to be seen of each
        QTest::newRow("in the middle")
            << QStringList{QStringLiteral("checkout-service-7d4f-production-eu-west"),
                           QStringLiteral("checkout-service-9a1c-production-eu-west")}
            << QStringList{QStringLiteral("7d4f"), QStringLiteral("9a1c")};
        QTest::newRow("labels")
            << QStringList{QStringLiteral("{instance=\"10.0.0.1:9100\", job=\"node\", mode=\"idle\"}"),
                           QStringLiteral("{instance=\"10.0.0.2:9100\", job=\"node\", mode=\"idle\"}")}
            << QStringList{QStringLiteral("…1…"), QStringLiteral("…2…")};
        QTest::newRow("at the end") << QStringList{QStringLiteral("a-very-long-common-beginning-of-names.x1"),
                                                   QStringLiteral("a-very-long-common-beginning-of-names.x2")}
                                    << QStringList{QStringLiteral("x1"), QStringLiteral("x2")};
        QTest::newRow("right to left") << QStringList{QStringLiteral("خدمة-الدفع-الأولى-في-الإنتاج"),
                                                      QStringLiteral("خدمة-الدفع-الثانية-في-الإنتاج")}
                                       << QStringList{QStringLiteral("الأولى"), QStringLiteral("الثانية")};
    }

    void namesKeepWhatTellsThemApart()
    {
        QFETCH(QStringList, names);
        QFETCH(QStringList, told);
        const QFontMetricsF metrics{QFont()};
        const NameElision elision(names);
        for (qsizetype i = 0; i < names.size(); ++i) {
            QCOMPARE(elision.elided(names[i], metrics, 1e6), names[i]);
            const double width = metrics.horizontalAdvance(names[i]) * 0.45;
            const QString shown = elision.elided(names[i], metrics, width);
            QVERIFY2(shown.contains(told[i]), qPrintable(shown));
            QVERIFY(metrics.horizontalAdvance(shown) <= width);
            for (const double narrow : {40.0, 20.0, 3.0, 0.0})
                QVERIFY(metrics.horizontalAdvance(elision.elided(names[i], metrics, narrow)) <=
                        std::max(narrow, metrics.horizontalAdvance(u'…')));
        }
    }

    /// Names of series lose whole labels: no value begins in its middle without a sign of it.
    void labelsGoAsWholes()
    {
        const QFontMetricsF metrics{QFont()};
        const QStringList names{
            QStringLiteral(
                "evil{h=\"<b>bold</b>\", instance=\"127.0.0.1:19555\", job=\"x\", r=\"a,b\\\"q\\\"\"}"),
            QStringLiteral("evil{h=\"-1+1\", instance=\"127.0.0.1:19555\", job=\"x\", r=\"@SUM(A1)\"}")};
        const NameElision elision(names);
        const double all = metrics.horizontalAdvance(names[1]);
        QCOMPARE(elision.elided(names[1], metrics, all), names[1]);
        QCOMPARE(elision.elided(names[1], metrics, all - 1),
                 QStringLiteral("evil{h=\"-1+1\", r=\"@SUM(A1)\", …}"));
        const QString without = QStringLiteral("{h=\"-1+1\", r=\"@SUM(A1)\", …}");
        QCOMPARE(elision.elided(names[1], metrics, metrics.horizontalAdvance(without)), without);
        // Not as if it were of another metric.
        const QString begun = QStringLiteral("…") + without;
        QCOMPARE(elision.elided(names[1], metrics, metrics.horizontalAdvance(begun)), begun);
        for (const QString &name : names) {
            for (double width = 40; width < all; width += 7) {
                const QString shown = elision.elided(name, metrics, width);
                QVERIFY2(shown.startsWith(u'{') || shown.startsWith(u'e') || shown.startsWith(u'…'),
                         qPrintable(shown));
                QVERIFY2(shown.contains(u'…'), qPrintable(shown));
            }
        }
        // One that was too long to be shown as a whole is one of them.
        const QStringList cut{
            QStringLiteral("evil{h=\"a\", instance=\"127.0.0.1:19555\", l=\"LLLLLLLLLLLLLLLLLLL…"), names[1]};
        QCOMPARE(NameElision(cut).elided(names[1], metrics, all - 1),
                 QStringLiteral("evil{h=\"-1+1\", job=\"x\", r=\"@SUM(A1)\", …}"));
        // Another metric is told.
        const QStringList metricsOnly{QStringLiteral("up_now{job=\"a\", instance=\"localhost:9090\"}"),
                                      QStringLiteral("down{job=\"a\", instance=\"localhost:9090\"}")};
        const NameElision ofMetrics(metricsOnly);
        QCOMPARE(ofMetrics.elided(metricsOnly[1], metrics,
                                  metrics.horizontalAdvance(QStringLiteral("down{job=\"a\"…}"))),
                 QStringLiteral("down{…}"));
    }

    /// Whatever the names have in common, and however narrow it is: no two of them look the same as long as
    /// what tells them apart has room.
    void noTwoNamesBecomeTheSame_data()
    {
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<int>("narrowest"); ///< average characters
        const auto all = [](const QString &pattern, const QStringList &first, const QStringList &second) {
            QStringList names;
            for (const QString &a : first) {
                for (const QString &b : second)
                    names.append(pattern.arg(a, b));
            }
            return names;
        };
        const auto words = [](const char *text) { return QString::fromLatin1(text).split(u' '); };
        QTest::newRow("regions and quantiles")
            << all(QStringLiteral("%1-checkout-service %2"), words("us-east-1 us-west-1 us-west-2 eu-west-1"),
                   words("p50 p95 p99"))
            << 17;
        QTest::newRow("two labels") << all(QStringLiteral(
                                               "{instance=\"10.0.0.%1:9100\", job=\"node\", mode=\"%2\"}"),
                                           words("1 2 11 12"), words("idle iowait irq user system softirq"))
                                    << 14;
        QTest::newRow("pods") << QStringList{QStringLiteral("checkout-api-7d4f9c-x2k9p"),
                                             QStringLiteral("checkout-api-7d4f9c-m3n8q"),
                                             QStringLiteral("checkout-web-5c6db1-z1y2x"),
                                             QStringLiteral("cart-api-8e7f6a-x2k9p")}
                              << 10;
        QTest::newRow("nothing in common") << all(QStringLiteral("%1 of the processor %2 (seconds)"),
                                                  words("user system idle"), words("0 1 10 11"))
                                           << 12;
        QTest::newRow("one goes on from another")
            << QStringList{QStringLiteral("node_network_receive"),
                           QStringLiteral("node_network_receive_errors"),
                           QStringLiteral("node_network_receive_packets")}
            << 10;
        QTest::newRow("numbers") << all(QStringLiteral("shard-00000%1-of-%2-replica"), words("1 10 100 1000"),
                                        words("8 80"))
                                 << 14;
    }

    void noTwoNamesBecomeTheSame()
    {
        QFETCH(QStringList, names);
        QFETCH(int, narrowest);
        const QFontMetricsF metrics{QFont()};
        const NameElision elision(names);
        for (double width = narrowest * metrics.averageCharWidth(); width < 400; width += 3) {
            QSet<QString> shown;
            for (const QString &name : names) {
                const QString text = elision.elided(name, metrics, width);
                QVERIFY2(metrics.horizontalAdvance(text) <= width, qPrintable(text));
                QVERIFY2(!shown.contains(text), qPrintable(text));
                shown.insert(text);
            }
        }
    }

    void wordsThatTellStayWhole()
    {
        const QFontMetricsF metrics{QFont()};
        const QStringList names{
            QStringLiteral("us-east-1-checkout-p50"), QStringLiteral("us-east-1-checkout-p99"),
            QStringLiteral("us-west-1-checkout-p50"), QStringLiteral("us-west-1-checkout-p99")};
        const NameElision elision(names);
        const auto at = [&](const char *width) {
            return elision.elided(names[1], metrics, metrics.horizontalAdvance(QString::fromUtf8(width)));
        };
        QCOMPARE(at("…east…p99"), QStringLiteral("…east…p99"));
        QCOMPARE(at("us-east…p99"), QStringLiteral("us-east…p99"));
        // No room for words: what differs of them.
        QCOMPARE(at("…e…9…"), QStringLiteral("…e…99"));
    }

    void namesWithNothingInCommonAreCutInTheMiddle()
    {
        const QFontMetricsF metrics{QFont()};
        const QString name = QStringLiteral("abcdefghijklmnopqrstuvwxyz");
        for (const QStringList &names :
             {QStringList{}, QStringList{name}, QStringList{name, name}, QStringList{name, QString()},
              QStringList{name, QStringLiteral("-")}})
            QCOMPARE(NameElision(names).elided(name, metrics, 80),
                     metrics.elidedText(name, Qt::ElideMiddle, 80));
    }
};

} // namespace

SIGHTGLASS_TEST(NameElisionTest)
#include "nameelisiontest.moc"
