// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/scrape/naiverelabeling.h"
#include "tests/support/testcase.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

#include <random>

using namespace sightglass;
using namespace sightglass::test;

namespace {

constexpr int rounds = 20'000;

/// Relabelling against the reference's text taken literally, over random rules and labels. A fuzzer goes on
/// where this ends.
class RelabelingDifferentialTest : public TestCase
{
    Q_OBJECT

private slots:
    void randomRules()
    {
        std::mt19937_64 random(20261121); // NOLINT: the same on every run
        RelabelGenerator generator([&random] { return random(); });
        int kept = 0;
        for (int round = 0; round < rounds; ++round) {
            const RelabelComparison comparison = comparedRelabeling(generator);
            QVERIFY2(comparison.difference.empty(), comparison.difference.c_str());
            kept += comparison.isKept ? 1 : 0;
        }
        QVERIFY(kept > rounds / 10);
    }

    void corpus()
    {
        QDirIterator files(QStringLiteral(SIGHTGLASS_SOURCE_DIR "/tests/data/fuzz/relabeling"), QDir::Files);
        int count = 0;
        for (; files.hasNext(); ++count) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            qsizetype next = 0;
            RelabelGenerator generator([&]() -> std::uint64_t {
                return next < bytes.size() ? static_cast<unsigned char>(bytes[next++]) : 0;
            });
            const RelabelComparison comparison = comparedRelabeling(generator);
            QVERIFY2(comparison.difference.empty(), comparison.difference.c_str());
        }
        QVERIFY(count > 3);
    }
};

} // namespace

SIGHTGLASS_TEST(RelabelingDifferentialTest)

#include "relabelingdifferentialtest.moc"
