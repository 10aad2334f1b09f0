// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/bytesize.h"

#include "parser/config/paths.h"
#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;

class ByteSizeTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void sizes_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<qint64>("bytes");
        QTest::newRow("zero") << std::string("0") << qint64{0};
        QTest::newRow("bytes") << std::string("7B") << qint64{7};
        QTest::newRow("KB is 1024") << std::string("2KB") << qint64{2048};
        QTest::newRow("KiB") << std::string("2KiB") << qint64{2048};
        QTest::newRow("fraction") << std::string("1.5MB") << qint64{3 * 512 * 1024};
        QTest::newRow("no whole") << std::string(".5KB") << qint64{512};
        QTest::newRow("sum") << std::string("1MB5KB") << qint64{1024 * 1024 + 5 * 1024};
        QTest::newRow("minus") << std::string("-1KB") << qint64{-1024};
        QTest::newRow("plus") << std::string("+1KB") << qint64{1024};
        QTest::newRow("largest unit") << std::string("7EB") << (qint64{7} << 60);
    }
    void sizes()
    {
        QFETCH(std::string, text);
        QFETCH(qint64, bytes);
        const auto size = parseByteSize(text);
        QVERIFY(size.ok());
        QCOMPARE(*size, std::int64_t{bytes});
    }

    void refused()
    {
        for (const std::string_view text :
             {"", "-", "5", "KB", "5kb", "5 KB", "1KiB1KB", "8EB", "1e3KB", "0x1KB", "..B"})
            QVERIFY2(!parseByteSize(text).ok(), std::string(text).c_str());
    }

    void paths()
    {
        QCOMPARE(joinedPath("/etc/p", ""), std::string());
        QCOMPARE(joinedPath("/etc/p", "/a/../b"), std::string("/a/../b"));
        QCOMPARE(joinedPath("/etc/p", "./a//b/"), std::string("/etc/p/a/b"));
        QCOMPARE(joinedPath("/etc/p", "../x/*.yml"), std::string("/etc/x/*.yml"));
        QCOMPARE(joinedPath("/", "../../x"), std::string("/x"));
        QCOMPARE(cleanPath(""), std::string("."));
        QCOMPARE(cleanPath("a/.."), std::string("."));
        QCOMPARE(cleanPath("../../a/.."), std::string("../.."));
    }
};

} // namespace

SIGHTGLASS_TEST(ByteSizeTest)
#include "bytesizetest.moc"
