// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/http/mediaranges.h"

#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;

class MediaRangesTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void ranges_data()
    {
        QTest::addColumn<QByteArray>("accept");
        QTest::addColumn<QByteArray>("ranges");
        const auto row = [](const char *accept, const char *ranges) {
            QTest::newRow(accept) << QByteArray(accept) << QByteArray(ranges);
        };
        row("", "");
        row("text/plain", "text/plain 1;");
        row("a/b , c/d", "a/b 1;c/d 1;");
        row("a/b;q=0.2,c/d;q=0.8,e/f;q=0.8", "c/d 0.8;e/f 0.8;a/b 0.2;");
        row("a/b ; version = 1.0 ;q=0.5; x=y", "a/b 0.5 version=1.0 x=y;");
        row("a/b;q=x", "a/b 1;");
        row("a/b;x=1;x=2", "a/b 1 x=1;");
        row(";;,", " 1 =;");
    }

    void ranges()
    {
        QFETCH(QByteArray, accept);
        QFETCH(QByteArray, ranges);
        QByteArray found;
        const std::string header = accept.toStdString();
        for (const http::MediaRange &range : http::mediaRanges(header)) {
            found +=
                QByteArray::fromStdString(std::string(range.type)) + ' ' + QByteArray::number(range.weight);
            for (const auto &[name, value] : range.parameters)
                found += ' ' + QByteArray::fromStdString(std::string(name) + '=' + std::string(value));
            found += ';';
        }
        QCOMPARE(found, ranges);
    }

    void bounded()
    {
        std::string header;
        for (int i = 0; i < 10'000; ++i)
            header += "a/b,";
        QCOMPARE(http::mediaRanges(header).size(), std::size_t{64});
    }
};

SIGHTGLASS_TEST(MediaRangesTest)

} // namespace

#include "mediarangestest.moc"
