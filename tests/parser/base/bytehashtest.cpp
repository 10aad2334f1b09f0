// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/base/bytehash.h"

#include "tests/support/testcase.h"

#include <QTest>

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>

namespace {

using namespace sightglass;

class ByteHashTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    /// Every byte counts, wherever the blocks of sixteen end, and so does the length.
    void dependsOnEveryByte()
    {
        for (std::size_t size = 0; size <= 70; ++size) {
            const std::string text(size, '\0');
            std::set<std::uint64_t> hashes = {hashBytes(text), hashBytes(text + '\0')};
            for (std::size_t i = 0; i < size; ++i) {
                std::string other = text;
                other[i] = 1;
                hashes.insert(hashBytes(other));
            }
            QCOMPARE(hashes.size(), size + 2);
        }
    }

    void dependsOnNothingElse()
    {
        const std::string one = "xkube_pod_info{pod=\"a-1\"}y";
        const std::string other = "some other place kube_pod_info{pod=\"a-1\"}";
        const std::string_view text = "kube_pod_info{pod=\"a-1\"}";
        QCOMPARE(hashBytes(std::string_view(one).substr(1, text.size())), hashBytes(text));
        QCOMPARE(hashBytes(std::string_view(other).substr(17)), hashBytes(text));
        QCOMPARE(hashBytes({}), hashBytes(std::string()));
    }

    /// Numbered names, as pages are full of them, spread over the low bits as chance would have it: of 4096
    /// into 4096 places 63 % are hit.
    void spreadsOverTheLowBits()
    {
        std::set<std::uint64_t> places;
        for (int i = 0; i < 4096; ++i)
            places.insert(hashBytes("http_requests_total{code=\"" + std::to_string(i) + "\"}") & 4095U);
        QVERIFY(places.size() > 2450);
        QVERIFY(places.size() < 2750);
    }
};

} // namespace

SIGHTGLASS_TEST(ByteHashTest)
#include "bytehashtest.moc"
