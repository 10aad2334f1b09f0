// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/base/asciicase.h"

#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;

class AsciiCaseTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void lettersOnly()
    {
        QCOMPARE(asciiLower("GZip-8@[`{"), std::string("gzip-8@[`{"));
        QCOMPARE(asciiLower(""), std::string());
    }

    void otherBytesStay()
    {
        for (int byte = 0; byte < 256; ++byte) {
            const char c = static_cast<char>(byte);
            if (c < 'A' || c > 'Z')
                QCOMPARE(asciiLower(c), c);
        }
    }
};

} // namespace

SIGHTGLASS_TEST(AsciiCaseTest)
#include "asciicasetest.moc"
