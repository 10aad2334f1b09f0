// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/parser/exposition/entrytranscript.h"
#include "tests/support/conformance.h"
#include "tests/support/testcase.h"

#include <QDirIterator>
#include <QTest>

#include <algorithm>
#include <random>

namespace {

using namespace sightglass;

constexpr ExpositionFormat bothFormats[] = {ExpositionFormat::PrometheusText,
                                            ExpositionFormat::OpenMetricsText};

/// A body whose lines are of all the shapes near the border between regular and irregular.
const std::string borderlineBody =
    "# HELP a_total Text with \\\\ and \\n.\n# TYPE a_total counter\na_total 1\na_total{b=\"c\"} 2.5 "
    "1234567890123\n"
    "a_total{b=\"c\",d=\"e\",} 1e3\n# TYPE h histogram\nh_bucket{le=\"1\"} 1\nh_bucket{le=\"+Inf\"} "
    "+Inf\nh_sum NaN\n"
    "# TYPE s summary\ns{quantile=\"0.5\"} -0.0001e-05\ns_count 12345678901234567890\n\n  indented 1\n"
    "m { q = \"1\" a = \"b\" } 3\n{\"quoted name\",x=\"\\\"y\\\\\\n\"} 4\nä 1\nu{l=\"ünï\"} 5\nlast{l=\"v\"} "
    "0.1\n# EOF\n";

/// Cuts a piece out of a body and changes a few of its bytes, to ones that the grammar knows with preference.
std::string mutated(const std::string &body, std::mt19937 &random)
{
    const auto below = [&random](std::size_t bound) {
        return std::uniform_int_distribution<std::size_t>(0, bound - 1)(random);
    };
    const std::size_t length = std::min<std::size_t>(body.size(), 1 + below(1500));
    std::string piece = body.substr(below(body.size() - length + 1), length);
    using namespace std::string_view_literals;
    constexpr std::string_view interesting = "\0\n\r\t {}\"\\=,#:_.+-0eEpPN\xff\xc3\xa9 "sv;
    for (std::size_t i = below(6); i-- > 0 && !piece.empty();) {
        const std::size_t at = below(piece.size());
        const char byte = interesting[below(interesting.size())];
        switch (below(3)) {
        case 0:
            piece[at] = byte;
            break;
        case 1:
            piece.insert(at, 1, byte);
            break;
        default:
            piece.erase(at, 1 + below(4));
            break;
        }
    }
    return piece;
}

class DifferentialTest : public sightglass::test::TestCase
{
    Q_OBJECT

    static void compareMutations(const std::string &body, int count, unsigned seed)
    {
        std::mt19937 random(seed);
        const std::vector<std::string> texts[] = {test::seriesTexts(bothFormats[0], body),
                                                  test::seriesTexts(bothFormats[1], body)};
        for (int i = 0; i < count; ++i) {
            const std::string input = mutated(body, random);
            for (const std::size_t format : {std::size_t{0}, std::size_t{1}}) {
                std::string difference = test::differenceOfPaths(bothFormats[format], input);
                QVERIFY2(difference.empty(), (difference + "\nin: " + input).c_str());
                difference = test::differenceOfExpecting(bothFormats[format], input, texts[format]);
                QVERIFY2(difference.empty(), (difference + "\nexpecting, in: " + input).c_str());
            }
        }
    }

private Q_SLOTS:
    void bothPathsAgreeOnMutations() { compareMutations(borderlineBody, 20000, 1); }

    void bothPathsAgreeOnEveryTruncation()
    {
        for (std::size_t length = 0; length <= borderlineBody.size(); ++length) {
            // A heap block of exactly this size lets the address sanitizer see a read behind the end.
            const std::vector<char> exact(borderlineBody.begin(),
                                          borderlineBody.begin() + static_cast<std::ptrdiff_t>(length));
            for (const ExpositionFormat format : bothFormats)
                QCOMPARE(test::differenceOfPaths(format, {exact.data(), exact.size()}), std::string());
        }
    }

    void bothPathsAgreeOnMutatedPayloads()
    {
        const QString root = test::conformancePath(QStringLiteral("expositions"));
        if (root.isEmpty())
            QSKIP("the conformance data is not there");
        QDirIterator files(root, QDir::Files, QDirIterator::Subdirectories);
        unsigned seed = 0;
        while (files.hasNext()) {
            const std::string body = test::readFile(files.next()).toStdString();
            if (!body.empty())
                compareMutations(body, 60, ++seed);
        }
        QVERIFY(seed > 100);
    }

    /// A re-scrape of a page like the one before, and of one whose lines come in another order.
    void expectingTheScrapeBefore()
    {
        const QString root = test::conformancePath(QStringLiteral("expositions"));
        if (root.isEmpty())
            QSKIP("the conformance data is not there");
        QDirIterator files(root, QDir::Files, QDirIterator::Subdirectories);
        std::size_t samples = 0;
        while (files.hasNext()) {
            const std::string body = test::readFile(files.next()).toStdString();
            for (const ExpositionFormat format : bothFormats) {
                std::vector<std::string> texts = test::seriesTexts(format, body);
                samples += texts.size();
                texts.resize(std::min<std::size_t>(texts.size(), 2000)); // looked up one by one below
                QCOMPARE(test::differenceOfExpecting(format, body, texts), std::string());
                std::reverse(texts.begin(), texts.end());
                QCOMPARE(test::differenceOfExpecting(format, body, texts), std::string());
            }
        }
        QVERIFY(samples > 1000);
    }

    void seedCorpusOfTheFuzzerAgrees()
    {
        QDirIterator files(QStringLiteral(SIGHTGLASS_SOURCE_DIR "/tests/data/fuzz/exposition"), QDir::Files);
        int count = 0;
        for (; files.hasNext(); ++count) {
            const std::string body = test::readFile(files.next()).toStdString();
            for (const ExpositionFormat format : bothFormats)
                QCOMPARE(test::differenceOfPaths(format, body), std::string());
        }
        QVERIFY(count >= 10);
    }
};

SIGHTGLASS_TEST(DifferentialTest)

} // namespace

#include "differentialtest.moc"
