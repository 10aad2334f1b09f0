// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/rulefilereader.h"
#include "parser/template/parsetemplate.h"
#include "tests/support/conformance.h"
#include "tests/support/testcase.h"

#include <QDirIterator>
#include <QTest>

namespace {

using namespace sightglass;
using namespace sightglass::test;

/// Every label and annotation of the alerting rules of real projects parses, but for what was
/// published wrong.
class TemplateCorpusTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void parsesWhatProjectsPublish()
    {
        const QString path = conformancePath(QStringLiteral("rules"));
        if (path.isEmpty())
            QSKIP("no conformance data beside the checkout");
        QDirIterator files(path,
                           {QStringLiteral("*.yml"), QStringLiteral("*.yaml"), QStringLiteral("*.rules")},
                           QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext())
            parseFile(files.next());
        QVERIFY2(m_parsed > 4000, qPrintable(QString::number(m_parsed)));
        // All three mean $labels, and promtool says so too.
        QCOMPARE(m_refused, QStringList(3, QStringLiteral("1: undefined variable \"$label\"")));
    }

private:
    void parseFile(const QString &path)
    {
        const auto file = readRuleFileShape(readFile(path).toStdString(), UnknownFields::Ignored);
        if (!file)
            return; // others test what becomes of it
        for (const WrittenGroup &group : file->groups) {
            for (const WrittenRule &rule : group.rules) {
                if (rule.alert.value.empty())
                    continue;
                parseTexts(rule.labels);
                parseTexts(rule.annotations);
            }
        }
    }

    void parseTexts(const std::vector<WrittenLabel> &texts)
    {
        for (const WrittenLabel &text : texts) {
            const auto tree = parseAlertTemplate("T", text.value.value);
            m_parsed += tree ? 1 : 0;
            if (!tree)
                m_refused
                    << QString::fromStdString(tree.error().arguments.front()).section(u':', 2).trimmed();
        }
    }

    int m_parsed = 0;
    QStringList m_refused;
};

} // namespace

SIGHTGLASS_TEST(TemplateCorpusTest)
#include "templatecorpustest.moc"
