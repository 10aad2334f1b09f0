// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/peer.h"
#include "tests/support/templatecases.h"
#include "tests/support/testcase.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace {

using namespace sightglass::test;

/// Holds what parsing.txt expects to what the real promtool says, all in one run. Debian's is 2.42 (Go 1.19):
/// where the reference (3.14) differs from it, the reference wins, the case says how, and promtool is not
/// asked.
class TemplateParsePeerTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void promtoolSaysTheSame()
    {
        const QString promtool = peerProgram(QStringLiteral("promtool"));
        if (promtool.isEmpty())
            QSKIP(qPrintable(peerSkipText(QStringLiteral("promtool"))));
        QByteArray rules = "groups: [{name: g, rules: [{alert: T, expr: up, annotations: {";
        std::vector<TemplateCase> asked;
        for (const TemplateCase &one : readTemplateCases(QStringLiteral("parsing.txt"))) {
            if (!one.peerDiffers.empty())
                continue;
            rules += "a" + QByteArray::number(one.line) + ": " + yamlQuoted(one.text) + ",\n";
            asked.push_back(one);
        }
        QVERIFY(asked.size() > 300);
        const QByteArray said = check(promtool, rules + "}}]}]\n");
        for (const TemplateCase &one : asked) {
            const QByteArray prefix = "annotation \"a" + QByteArray::number(one.line) + "\": ";
            const QByteArray message = prefix + QByteArray::fromStdString(one.expected);
            const bool agrees = one.expected == "OK" ? !said.contains(prefix) : said.contains(message + "\n");
            QVERIFY2(agrees, (message + "\n" + said.mid(said.indexOf(prefix), 300)).constData());
        }
    }

private:
    static QByteArray check(const QString &promtool, const QByteArray &rules)
    {
        QTemporaryDir directory;
        QFile file(directory.filePath(QStringLiteral("rules.yml")));
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write(rules);
        file.close();
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(promtool, {QStringLiteral("check"), QStringLiteral("rules"), file.fileName()});
        return process.waitForFinished(60'000) ? process.readAll() : QByteArray();
    }
};

} // namespace

SIGHTGLASS_TEST(TemplateParsePeerTest)
#include "templateparsepeertest.moc"
