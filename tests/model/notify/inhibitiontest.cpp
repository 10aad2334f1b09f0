// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/notify/inhibition.h"

#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;

Labels labels(const char *text)
{
    std::vector<Label> made;
    const auto matchers = parseAlertMatchers(text);
    for (const Matcher &matcher : *matchers)
        made.push_back({matcher.name, matcher.value});
    return Labels(std::move(made));
}

class InhibitionTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    /// Alertmanager's documented behaviour, row by row.
    void documented_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QStringList>("equal");
        QTest::addColumn<QStringList>("firing");
        QTest::addColumn<QByteArray>("alert");
        QTest::addColumn<bool>("inhibited");
        const QStringList cluster = {QStringLiteral("cluster")};
        const auto row = [](const char *name, const char *source, const char *target,
                            const QStringList &equal, const QStringList &firing, const char *alert,
                            bool inhibited) {
            QTest::newRow(name) << QByteArray(source) << QByteArray(target) << equal << firing
                                << QByteArray(alert) << inhibited;
        };
        row("graver one fires", "s=critical", "s=warning", cluster, {QStringLiteral("s=critical,cluster=a")},
            "s=warning,cluster=a", true);
        row("elsewhere", "s=critical", "s=warning", cluster, {QStringLiteral("s=critical,cluster=b")},
            "s=warning,cluster=a", false);
        row("both lack the label", "s=critical", "s=warning", cluster, {QStringLiteral("s=critical")},
            "s=warning", true);
        row("one lacks it", "s=critical", "s=warning", cluster, {QStringLiteral("s=critical,cluster=a")},
            "s=warning", false);
        row("missing is empty", "s=critical", "s=warning", cluster,
            {QStringLiteral("s=critical,cluster=\"\"")}, "s=warning", true);
        row("no target", "s=critical", "s=warning", cluster, {QStringLiteral("s=critical")}, "s=info", false);
        row("no source", "s=critical", "s=warning", cluster, {QStringLiteral("s=warning")}, "s=warning",
            false);
        row("not itself", "a=x", "a=x", {}, {QStringLiteral("a=x")}, "a=x", false);
        row("both sides on both", "a=~\"x|y\"", "a=~\"x|y\"", {},
            {QStringLiteral("a=x"), QStringLiteral("a=y")}, "a=x", false);
        row("both sides on the target only", "a=x", "b=y", {}, {QStringLiteral("a=x")}, "a=x,b=y", true);
        row("both sides on the source only", "a=x", "b=y", {}, {QStringLiteral("a=x,b=y")}, "b=y", true);
        row("nothing to be equal", "a=x", "b=y", {}, {QStringLiteral("a=x,c=1")}, "b=y,c=2", true);
    }
    void documented()
    {
        QFETCH(QByteArray, source);
        QFETCH(QByteArray, target);
        QFETCH(QStringList, equal);
        QFETCH(QStringList, firing);
        QFETCH(QByteArray, alert);
        QFETCH(bool, inhibited);
        InhibitRule rule;
        rule.source = *parseAlertMatchers(source.toStdString());
        rule.target = *parseAlertMatchers(target.toStdString());
        for (const QString &name : equal)
            rule.equal.push_back(name.toStdString());
        std::vector<Labels> there;
        for (const QString &one : firing)
            there.push_back(labels(one.toUtf8().constData()));
        const std::vector<InhibitRule> rules(1, rule);
        const Inhibitor inhibitor(rules, there);
        QCOMPARE(inhibitor.inhibiting(labels(alert.constData())).has_value(), inhibited);
    }
};

} // namespace

SIGHTGLASS_TEST(InhibitionTest)

#include "inhibitiontest.moc"
