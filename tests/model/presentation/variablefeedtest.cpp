// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/variablefeed.h"

#include "model/storage/head.h"
#include "tests/support/settledpool.h"
#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;

constexpr TimestampMs start = 1'700'000'000'000;

VariableSpec queried(const char *name, const char *query, bool all = false)
{
    VariableSpec variable;
    variable.name = name;
    variable.query = query;
    variable.includeAll = variable.multi = all;
    variable.sort = VariableSort::AlphabeticalAscending;
    return variable;
}

class VariableFeedTest : public test::TestCase
{
    Q_OBJECT

private:
    Head m_head;
    std::shared_ptr<QueryPool> m_pool = std::make_shared<QueryPool>(2U);
    std::shared_ptr<const ResolvedVariables> m_answer;
    int m_answers = 0;

    void add(const char *cluster, const char *node)
    {
        const Labels labels = Labels::withName("up", {{"cluster", cluster}, {"node", node}});
        if (!m_head.append(m_head.seriesFor(labels), start, 1))
            qFatal("append failed");
        m_head.commit();
    }
    void follow(VariableFeed &feed)
    {
        m_answer = nullptr;
        m_answers = 0;
        connect(&feed, &VariableFeed::resolved, this, [this](const auto &variables) {
            m_answer = variables;
            ++m_answers;
        });
    }
    [[nodiscard]] VariableFeed::Question question(ChosenVariables chosen = {})
    {
        return {m_head.snapshot(), {start - 1000, start + 1000}, {}, std::move(chosen)};
    }
    [[nodiscard]] QString valuesOf(std::size_t index) const
    {
        QStringList values;
        for (const std::string &value : m_answer->variables.at(index).value.values)
            values << QString::fromStdString(value);
        return values.join(u' ');
    }

private Q_SLOTS:
    void init()
    {
        add("a", "a1");
        add("a", "a2");
        add("b", "b1");
    }

    void chainsFollow()
    {
        VariableFeed feed(m_pool);
        follow(feed);
        feed.setVariables({queried("node", "label_values(up{cluster=\"$cluster\"}, node)", true),
                           queried("cluster", "label_values(up, cluster)")});
        feed.ask(question());
        QVERIFY(feed.isAsking());
        QTRY_COMPARE(m_answers, 1);
        QVERIFY(!feed.isAsking());
        QCOMPARE(valuesOf(1), QStringLiteral("a"));
        QCOMPARE(valuesOf(0), QStringLiteral("a1 a2"));
        feed.ask(question({{"cluster", {{"b", "b"}}}}));
        QTRY_COMPARE(m_answers, 2);
        QCOMPARE(valuesOf(0), QStringLiteral("b1"));
    }

    void onlyTheNewestAnswerIsTold()
    {
        VariableFeed feed(m_pool);
        follow(feed);
        feed.setVariables({queried("cluster", "label_values(up, cluster)")});
        for (int i = 0; i < 20; ++i)
            feed.ask(question());
        feed.ask(question({{"cluster", {{"b", "b"}}}}));
        QTRY_COMPARE(m_answers, 1);
        QCOMPARE(valuesOf(0), QStringLiteral("b"));
        feed.ask(question());
        feed.setVariables({queried("node", "label_values(node)")});
        test::settle(*m_pool);
        QCOMPARE(m_answers, 1);
        feed.ask(question());
        QTRY_COMPARE(m_answers, 2);
        QCOMPARE(valuesOf(0), QStringLiteral("a1"));
    }

    void errorsAreTheVariables()
    {
        VariableFeed feed(m_pool);
        follow(feed);
        feed.setVariables({queried("broken", "query_result(sum()"), queried("fine", "label_values(node)")});
        feed.ask(question());
        QTRY_COMPARE(m_answers, 1);
        QVERIFY(m_answer->variables[0].error.has_value());
        QVERIFY(!m_answer->variables[1].error.has_value());
        QCOMPARE(valuesOf(1), QStringLiteral("a1"));
    }

    void nothingIsAskedWithoutData()
    {
        VariableFeed feed(m_pool);
        feed.setVariables({queried("x", "label_values(node)")});
        feed.ask({});
        QVERIFY(!feed.isAsking());
    }

    void whoIsGoneIsNotTold()
    {
        auto feed = std::make_unique<VariableFeed>(m_pool);
        follow(*feed);
        feed->setVariables({queried("x", "label_values(node)")});
        feed->ask(question());
        feed.reset();
        test::settle(*m_pool);
        QCOMPARE(m_answers, 0);
    }
};

SIGHTGLASS_TEST(VariableFeedTest)

} // namespace

#include "variablefeedtest.moc"
