// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/notify/silence.h"

#include "model/notify/notifytime.h"
#include "model/notify/silencetext.h"
#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;

constexpr TimestampMs now = 1'700'000'000'000;
constexpr std::int64_t minute = 60'000;

Silence silence(std::int64_t from, std::int64_t to, const char *matchers = "a=b")
{
    Silence made;
    made.matchers = *parseAlertMatchers(matchers);
    made.startsAt = now + from;
    made.endsAt = now + to;
    made.createdBy = "me";
    made.comment = "über \"it\"";
    return made;
}

class SilenceTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_silences.clear();
        m_ids = 0;
    }

    void states()
    {
        const Silence one = silence(0, minute);
        QVERIFY(silenceState(one, now - 1) == SilenceState::Pending);
        QVERIFY(silenceState(one, now) == SilenceState::Active);
        QVERIFY(silenceState(one, now + minute) == SilenceState::Active);
        QVERIFY(silenceState(one, now + minute + 1) == SilenceState::Expired);
    }

    void refused_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::addColumn<QByteArray>("matchers");
        QTest::addColumn<QByteArray>("why");
        QTest::newRow("no matchers") << 0 << 1 << QByteArray("{}")
                                     << QByteArray("at least one matcher required");
        QTest::newRow("hits everything")
            << 0 << 1 << QByteArray("a=\"\",b=~\".*\"")
            << QByteArray("at least one matcher must not match the empty string");
        QTest::newRow("backwards") << 5 << 1 << QByteArray("a=b")
                                   << QByteArray("end time must not be before start time");
        QTest::newRow("over") << -5 << -1 << QByteArray("a=b") << QByteArray("end time can't be in the past");
    }
    void refused()
    {
        QFETCH(int, from);
        QFETCH(int, to);
        QFETCH(QByteArray, matchers);
        QFETCH(QByteArray, why);
        const auto made = set(silence(from * minute, to * minute, matchers.constData()));
        QVERIFY(!made.ok());
        QCOMPARE(QByteArray::fromStdString(plainText(made.error())), why);
        QVERIFY(m_silences.empty());
    }

    void beginningInThePastIsNow()
    {
        QCOMPARE(*set(silence(-minute, minute)), std::string("id1"));
        QCOMPARE(m_silences[0].startsAt, now);
    }

    /// Alertmanager's rules of what may be changed in place.
    void changes_data()
    {
        QTest::addColumn<int>("from"); ///< of the silence that is there, in minutes from now
        QTest::addColumn<int>("newFrom");
        QTest::addColumn<int>("newTo");
        QTest::addColumn<bool>("otherMatchers");
        QTest::addColumn<bool>("inPlace");
        QTest::newRow("active, longer") << 0 << 0 << 90 << false << true;
        QTest::newRow("active, other start") << 0 << 1 << 60 << false << false;
        QTest::newRow("active, other matchers") << 0 << 0 << 60 << true << false;
        QTest::newRow("pending, earlier") << 10 << 5 << 60 << false << true;
        QTest::newRow("pending, start in the past") << 10 << -5 << 60 << false << false;
        QTest::newRow("pending, other matchers") << 10 << 10 << 60 << true << false;
    }
    void changes()
    {
        QFETCH(int, from);
        QFETCH(int, newFrom);
        QFETCH(int, newTo);
        QFETCH(bool, otherMatchers);
        QFETCH(bool, inPlace);
        QVERIFY(set(silence(from * minute, 60 * minute)).ok());
        Silence edited = silence(newFrom * minute, newTo * minute, otherMatchers ? "a=c" : "a=b");
        edited.id = "id1";
        const auto id = set(edited, now + 1);
        // The times are those of a moment ago.
        if (newFrom == 0 && from == 0)
            QCOMPARE(m_silences[0].startsAt / 1000, now / 1000);
        QCOMPARE(*id, inPlace ? std::string("id1") : std::string("id2"));
        QCOMPARE(m_silences.size(), std::size_t(inPlace ? 1 : 2));
        if (!inPlace)
            QVERIFY(silenceState(m_silences[0], now + 2) == SilenceState::Expired);
    }

    void expiredOnesAreNeverChanged()
    {
        QVERIFY(set(silence(0, minute)).ok());
        Silence edited = silence(0, 60 * minute);
        edited.id = "id1";
        QCOMPARE(*set(edited, now + 2 * minute), std::string("id2"));
        QCOMPARE(m_silences[0].endsAt, now + minute);
        edited.id = "nobody";
        QVERIFY(!set(edited).ok());
    }

    void ending()
    {
        QVERIFY(set(silence(0, 60 * minute)).ok());
        QVERIFY(set(silence(10 * minute, 60 * minute)).ok());
        QVERIFY(expireSilence(m_silences, "id1", now + minute).ok());
        QCOMPARE(m_silences[0].endsAt, now + minute);
        QVERIFY(expireSilence(m_silences, "id2", now + minute).ok());
        QCOMPARE(m_silences[1].startsAt, now + minute);
        QVERIFY(!expireSilence(m_silences, "id1", now + minute + 1).ok());
        QVERIFY(!expireSilence(m_silences, "id3", now).ok());
        forgetSilences(m_silences, now + minute + silenceRetentionMs);
        QCOMPARE(m_silences.size(), std::size_t{2});
        forgetSilences(m_silences, now + minute + silenceRetentionMs + 1);
        QVERIFY(m_silences.empty());
    }

    void whatTheyHit()
    {
        QVERIFY(set(silence(0, minute, "a=b")).ok());
        QVERIFY(set(silence(minute, 2 * minute, "a=~b")).ok());
        const SilenceIndex index(m_silences);
        const Labels labels({{"a", "b"}, {"c", "d"}});
        using Ids = std::vector<std::string>;
        QCOMPARE(index.silencing(labels, now), Ids{"id1"});
        QCOMPARE(index.silencing(labels, now + minute), (Ids{"id1", "id2"}));
        QCOMPARE(index.silencing(labels, now + 2 * minute), Ids{"id2"});
        QVERIFY(index.silencing(Labels(std::vector<Label>{{"a", "x"}}), now).empty());
        const std::vector<Labels> alerts = {Labels(std::vector<Label>{{"a", "x"}}), labels,
                                            labels.with("e", "f")};
        QCOMPARE(*silencePreview(matchersFor(labels), alerts), (std::vector<std::size_t>{1, 2}));
        QVERIFY(silencePreview({}, alerts)->empty());
        QVERIFY(!silencePreview({{MatchOp::Regex, "a", "("}}, alerts).ok());
    }

    void throughAFile()
    {
        QVERIFY(set(silence(0, minute, "a=b,c!=\"\",d=~x,e!~y,\"f g\"=h")).ok());
        const auto back = readSilences(silencesText(m_silences));
        QVERIFY(back.ok());
        QCOMPARE(*back, m_silences);
        QVERIFY(!readSilences("{}").ok());
        QVERIFY(!readSilences("[{").ok());
        // A matcher that is lost would widen a silence: the whole silence is.
        QVERIFY(
            readSilences(
                "[1, {\"id\":\"x\",\"startsAt\":\"2024-01-01T00:00:00Z\",\"endsAt\":\"2024-01-01T01:00:00Z\","
                "\"matchers\":[{\"name\":\"a\",\"value\":\"b\"},{\"name\":\"c\"}]}]")
                ->empty());
        // As an Alertmanager of old tells them: without isEqual.
        const auto old = readSilences("[{\"id\":\"x\",\"startsAt\":\"2024-01-01T00:00:00+01:00\",\"endsAt\":"
                                      "\"2024-01-01T01:00:00.123456Z\","
                                      "\"matchers\":[{\"name\":\"a\",\"value\":\"b\",\"isRegex\":true}],"
                                      "\"status\":{\"state\":\"active\"}}]");
        QCOMPARE(old->at(0).matchers, (std::vector<Matcher>{{MatchOp::Regex, "a", "b"}}));
        QCOMPARE(old->at(0).startsAt, *parseRfc3339("2023-12-31T23:00:00Z"));
        QCOMPARE(rfc3339Ms(old->at(0).endsAt), std::string("2024-01-01T01:00:00.123Z"));
    }

    void times()
    {
        QCOMPARE(rfc3339Ms(now + 7), std::string("2023-11-14T22:13:20.007Z"));
        QCOMPARE(*parseRfc3339("2023-11-14T22:13:20.007Z"), now + 7);
        QCOMPARE(*parseRfc3339("2023-11-14T23:43:20.0079+01:30"), now + 7);
        QCOMPARE(*parseRfc3339("1969-12-31T23:59:59Z"), TimestampMs{-1000});
        for (const char *bad : {"", "2023-11-14", "2023-13-14T22:13:20Z", "2023-02-30T22:13:20Z",
                                "2023-11-14T24:13:20Z", "2023-11-14T22:13:20", "2023-11-14T22:13:20.Z",
                                "2023-11-14T22:13:20Zx", "+023-11-14T22:13:20Z"})
            QVERIFY2(!parseRfc3339(bad), bad);
    }

private:
    Result<std::string> set(Silence made, TimestampMs at = now)
    {
        return setSilence(m_silences, std::move(made), at, [this] { return "id" + std::to_string(++m_ids); });
    }

    std::vector<Silence> m_silences;
    int m_ids = 0;
};

} // namespace

SIGHTGLASS_TEST(SilenceTest)

#include "silencetest.moc"
