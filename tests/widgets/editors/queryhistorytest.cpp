// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editors/queryhistory.h"

#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;

class QueryHistoryTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void newestFirstAndOnce()
    {
        QueryHistory history;
        for (const char *query : {"a", "b", " a ", "", "  "})
            history.add(QString::fromLatin1(query));
        QCOMPARE(history.entries(), (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
        QCOMPARE(QueryHistory(history.entries()).entries(), history.entries());
    }

    void bounded()
    {
        QueryHistory history;
        for (int i = 0; i < 500; ++i)
            history.add(QString::number(i));
        QCOMPARE(history.entries().size(), QueryHistory::mostEntries);
        QCOMPARE(history.entries().first(), QStringLiteral("499"));
        history.add(QString(QueryHistory::longestEntry + 1, u'x'));
        QCOMPARE(history.entries().first(), QStringLiteral("499"));
    }
};

} // namespace

SIGHTGLASS_TEST(QueryHistoryTest)
#include "queryhistorytest.moc"
