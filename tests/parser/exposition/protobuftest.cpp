// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/exposition/protobufparser.h"
#include "parser/exposition/wirewriter.h"
#include "tests/parser/exposition/entrytranscript.h"
#include "tests/support/conformance.h"
#include "tests/support/testcase.h"

#include <QDirIterator>
#include <QTest>

#include <random>

namespace {

using namespace sightglass;

using Options = ExpositionOptions;

constexpr Options everything{Options::NativeHistograms::Read, Options::ClassicSeries::Kept, {}, {}};

std::string labelOf(std::string_view name, std::string_view value)
{
    WireWriter writer;
    writer.text(1, name);
    writer.text(2, value);
    return writer.bytes();
}

/// A family with one metric, delimited.
std::string familyOf(std::string_view name, std::uint64_t type, std::string_view metric)
{
    WireWriter family;
    family.text(1, name);
    family.text(2, "Help.");
    family.varint(3, type);
    family.message(4, metric);
    std::string body;
    WireWriter::appendVarint(body, family.bytes().size());
    return body + family.bytes();
}

std::string metricOf(std::uint32_t field, std::string_view value)
{
    WireWriter metric;
    metric.message(1, labelOf("a", "b"));
    metric.message(field, value);
    return metric.bytes();
}

WireWriter bucketOf(double bound, std::uint64_t count)
{
    WireWriter bucket;
    bucket.varint(1, count);
    bucket.real(2, bound);
    return bucket;
}

/// Count 7, sum 3, buckets 1 and 2; natively schema 1, zero bucket 1, positive 1 2 _ 3.
std::string histogramBytes(std::size_t deltas = 3)
{
    WireWriter histogram;
    histogram.varint(1, 7);
    histogram.real(2, 3);
    histogram.message(3, bucketOf(1, 4).bytes());
    histogram.message(3, bucketOf(2, 5).bytes());
    histogram.zigzag(5, 1);
    histogram.real(6, 0.5);
    histogram.varint(7, 1);
    for (const auto &[offset, length] : {std::pair(-1, 2), std::pair(1, 1)}) {
        WireWriter span;
        span.zigzag(1, offset);
        span.varint(2, static_cast<std::uint64_t>(length));
        histogram.message(12, span.bytes());
    }
    std::string packed;
    for (std::size_t i = 0; i < deltas; ++i)
        WireWriter::appendVarint(packed, WireWriter::zigzagOf(1));
    histogram.text(13, packed);
    WireWriter start;
    start.varint(1, 5);
    start.varint(2, 250'000'000);
    histogram.message(15, start.bytes());
    return histogram.bytes();
}

QByteArray transcriptOf(const std::string &body, const Options &options)
{
    ProtobufParser parser(body, options);
    QByteArray text;
    for (const std::string &line : test::transcribe(parser))
        text += QByteArray::fromStdString(line) + '\n';
    return text.replace("0:0 ", "").replace("\"Help.\"", "H");
}

class ProtobufTest : public sightglass::test::TestCase
{
    Q_OBJECT

    static void row(const char *name, const std::string &body, const Options &options, const char *entries)
    {
        QTest::newRow(name) << QByteArray::fromStdString(body) << static_cast<int>(options.nativeHistograms)
                            << static_cast<int>(options.classicSeries) << QByteArray(entries);
    }

private Q_SLOTS:
    void entries_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("native");
        QTest::addColumn<int>("classic");
        QTest::addColumn<QByteArray>("entries");
        WireWriter gauge;
        gauge.real(1, 2.5);
        row("gauge", familyOf("g", 1, metricOf(2, gauge.bytes())), {},
            "help \"g\" H\ntype \"g\" gauge\n"
            "sample \"g\\xffa\\xffb\" \"__name__\"=\"g\" \"a\"=\"b\" value 2.5\nend\n");
        row("no value is zero", familyOf("g", 1, metricOf(9, "")), {},
            "help \"g\" H\ntype \"g\" gauge\n"
            "sample \"g\\xffa\\xffb\" \"__name__\"=\"g\" \"a\"=\"b\" value 0\nend\n");
        const char *const metadata = "help \"h\" H\ntype \"h\" histogram\n";
        const char *const native = "histogram \"h\\xffa\\xffb\" \"__name__\"=\"h\" \"a\"=\"b\" value "
                                   "{integer schema 1 count 7 sum 3 "
                                   "zero 1/0.5 positive [-1:1 0:2 2:3] negative []} since 5250\n";
        const char *const classic =
            "sample \"h_count\\xffa\\xffb\" \"__name__\"=\"h_count\" \"a\"=\"b\" value 7 since 5250\n"
            "sample \"h_sum\\xffa\\xffb\" \"__name__\"=\"h_sum\" \"a\"=\"b\" value 3 since 5250\n"
            "sample \"h_bucket\\xffa\\xffb\\xffle\\xff1.0\" \"__name__\"=\"h_bucket\" \"a\"=\"b\" "
            "\"le\"=\"1.0\" value 4 since 5250\n"
            "sample \"h_bucket\\xffa\\xffb\\xffle\\xff2.0\" \"__name__\"=\"h_bucket\" \"a\"=\"b\" "
            "\"le\"=\"2.0\" value 5 since 5250\n"
            "sample \"h_bucket\\xffa\\xffb\\xffle\\xff+Inf\" \"__name__\"=\"h_bucket\" \"a\"=\"b\" "
            "\"le\"=\"+Inf\" value 7 since 5250\n";
        const std::string histogram = familyOf("h", 4, metricOf(7, histogramBytes()));
        row("native left out", histogram, {}, (QByteArray(metadata) + classic + "end\n").constData());
        row("native alone", histogram, {Options::NativeHistograms::Read, {}, {}, {}},
            (QByteArray(metadata) + native + "end\n").constData());
        row("native and classic", histogram, everything,
            (QByteArray(metadata) + native + classic + "end\n").constData());
        row("families without metrics are passed over", std::string("\x03\x0a\x01x", 4), {}, "end\n");
        row("unknown fields and groups",
            familyOf("g", 1, metricOf(2, std::string("\x9a\x06\x01x\x13\x08\x01\x14", 8))), {},
            "help \"g\" H\ntype \"g\" gauge\n"
            "sample \"g\\xffa\\xffb\" \"__name__\"=\"g\" \"a\"=\"b\" value 0\nend\n");
    }

    void entries()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, native);
        QFETCH(int, classic);
        QFETCH(QByteArray, entries);
        Options options;
        options.nativeHistograms = static_cast<Options::NativeHistograms>(native);
        options.classicSeries = static_cast<Options::ClassicSeries>(classic);
        QCOMPARE(transcriptOf(body.toStdString(), options), entries);
    }

    void damage_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("error");
        const auto add = [](const char *name, const std::string &body, const char *error) {
            QTest::newRow(name) << QByteArray::fromStdString(body) << QByteArray(error);
        };
        add("framing", std::string(6, '\x80'), "clientpb: invalid varint encountered (byte 0, family 1)");
        add("cut off",
            "\x05"
            "ab",
            "clientpb: insufficient length of buffer, expected at least 6 bytes, got 3 bytes (byte 0, family "
            "1)");
        add("wrong wire type", std::string("\x02\x08\x01", 3),
            "proto: wrong wireType = 0 for field Name (byte 1, family 1)");
        add("field number 0", std::string("\x02\x00\x01", 3),
            "proto: illegal tag 0 (wire type 0) (byte 1, family 1)");
        add("inner message cut off", familyOf("c", 0, std::string("\x1a\x05\x09", 3)),
            "unexpected EOF (byte 13, family 1 \"c\", metric[0])");
        add("label value", familyOf("g", 1, metricOf(1, labelOf("a", "\xff"))),
            "invalid label value: \"\\xff\" (byte 28, family 1 \"g\", metric[0].label[1])");
        add("unknown type", familyOf("g", 9, metricOf(2, "")),
            "unknown metric type for metric \"g\": 9 (byte 0, family 1 \"g\")");
        add("no name", familyOf("", 1, metricOf(2, "")), "invalid metric name:  (byte 0, family 1)");
        add("spans", familyOf("h", 4, metricOf(7, histogramBytes(2))),
            "histogram \"h\": positive side: spans require 3 buckets, have 2 (byte 13, family 1 \"h\", "
            "metric[0])");
    }

    void damage()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, error);
        const std::string bytes = body.toStdString();
        ProtobufParser parser(bytes, everything);
        auto entry = parser.next();
        while (entry && *entry != ExpositionParser::Entry::End)
            entry = parser.next();
        QVERIFY(!entry.ok());
        QCOMPARE(QByteArray::fromStdString(plainText(entry.error())), error);
        QVERIFY(!parser.next().ok());
    }

    /// What is not read cannot refuse the page, but is known.
    void passedHistograms_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("isRead");
        QTest::addColumn<int>("passed");
        QTest::addColumn<QByteArray>("problem");
        const auto add = [](const char *name, const std::string &body, bool isRead, int passed,
                            const char *problem) {
            QTest::newRow(name) << QByteArray::fromStdString(body) << isRead << passed << QByteArray(problem);
        };
        const auto histogram = [](std::size_t deltas) {
            return familyOf("h", 4, metricOf(7, histogramBytes(deltas)));
        };
        WireWriter classic;
        classic.varint(1, 1);
        classic.message(3, bucketOf(1, 1).bytes());
        add("good", histogram(3), false, 1, "");
        add("good and read", histogram(3), true, 0, "");
        add("spans", histogram(2), false, 1,
            "histogram \"h\": positive side: spans require 3 buckets, have 2");
        add("classic alone", familyOf("h", 4, metricOf(7, classic.bytes())), false, 0, "");
        add("no histogram", familyOf("h", 0, metricOf(7, histogramBytes())), false, 0, "");
        WireWriter count;
        count.varint(1, 9);
        count.varint(7, 1);
        add("count", familyOf("h", 4, metricOf(7, count.bytes())), false, 1,
            "1 observations found in buckets, but the Count field is 9: histogram's observation count should "
            "equal the number of observations found in the buckets (in absence of NaN)");
    }

    void passedHistograms()
    {
        QFETCH(QByteArray, body);
        QFETCH(bool, isRead);
        const std::string bytes = body.toStdString();
        ProtobufParser parser(bytes, isRead ? everything : Options{});
        int passed = 0;
        QByteArray problem;
        for (auto entry = parser.next(); *entry != ExpositionParser::Entry::End; entry = parser.next()) {
            if (const PassedHistogram *const each = parser.passedHistogram()) {
                ++passed;
                problem = QByteArray::fromStdString(each->problem.value_or(std::string()));
            }
        }
        QTEST(passed, "passed");
        QTEST(problem, "problem");
    }

    void goesOnWithTheNextFamily()
    {
        WireWriter gauge;
        gauge.real(1, 1);
        const std::string good = familyOf("g", 1, metricOf(2, gauge.bytes()));
        const std::string body = good + familyOf("bad", 9, "") + good;
        ProtobufParser parser(body, everything);
        int samples = 0;
        int errors = 0;
        for (auto entry = parser.next(); !entry || *entry != ExpositionParser::Entry::End;
             entry = parser.next()) {
            errors += entry ? 0 : 1;
            samples += entry && *entry == ExpositionParser::Entry::Sample ? 1 : 0;
            if (!entry)
                QVERIFY(parser.resume());
        }
        QCOMPARE(samples, 2);
        QCOMPARE(errors, 1);
    }

    void everyTruncationAndMutationEnds()
    {
        const std::string whole =
            familyOf("h", 4, metricOf(7, histogramBytes())) + familyOf("g", 1, metricOf(2, ""));
        for (std::size_t length = 0; length <= whole.size(); ++length) {
            const std::vector<char> exact(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length));
            ProtobufParser parser({exact.data(), exact.size()}, everything);
            QVERIFY(!test::transcribe(parser).empty());
        }
        std::mt19937 random(1);
        for (int i = 0; i < 20'000; ++i) {
            std::string mutated = whole;
            for (int j = 0; j < 3; ++j)
                mutated[random() % mutated.size()] = static_cast<char>(random());
            ProtobufParser parser(mutated, everything);
            QVERIFY(!test::transcribe(parser).empty());
        }
    }

    void corpusOfTheFuzzerEnds()
    {
        QDirIterator files(QStringLiteral(SIGHTGLASS_SOURCE_DIR "/tests/data/fuzz/protobuf"), QDir::Files);
        int count = 0;
        for (; files.hasNext(); ++count) {
            const std::string body = test::readFile(files.next()).toStdString();
            ProtobufParser parser(body, everything);
            QVERIFY(!test::transcribe(parser).empty());
        }
        QVERIFY(count >= 5);
    }
};

SIGHTGLASS_TEST(ProtobufTest)

} // namespace

#include "protobuftest.moc"
