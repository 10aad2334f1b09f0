// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/parser/config/configcases.h"
#include "tests/support/peer.h"
#include "tests/support/testcase.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace {

using namespace sightglass;
using namespace sightglass::test;

/// Holds the expected verdicts of our cases to what the real promtool says of them, all in one run.
class ConfigPeerTest : public TestCase
{
    Q_OBJECT

private slots:
    void promtoolAgrees()
    {
        const QString promtool = peerProgram(QStringLiteral("promtool"));
        if (promtool.isEmpty())
            QSKIP(qPrintable(peerSkipText(QStringLiteral("promtool"))));
        QTemporaryDir directory;
        QVERIFY(directory.isValid());
        QStringList good;
        for (const GoodConfig &config : goodConfigs())
            if (config.peer == PeerVerdict::Agrees)
                good << write(directory, config.text, good.size(), u'g');
        QStringList bad;
        for (const BadConfig &config : badConfigs())
            if (config.peer == PeerVerdict::Agrees)
                bad << write(directory, config.text, bad.size(), u'b');
        QVERIFY(good.size() > 100 && bad.size() > 200);
        const QStringList accepted = acceptedOf(promtool, directory, good + bad);
        for (const QString &name : good)
            QVERIFY2(accepted.contains(name), qPrintable(name + QStringLiteral(" is refused")));
        for (const QString &name : bad)
            QVERIFY2(!accepted.contains(name), qPrintable(name + QStringLiteral(" is accepted")));
    }

private:
    static QString write(const QTemporaryDir &directory, const std::string &text, qsizetype index, QChar kind)
    {
        const QString name = QStringLiteral("%1%2.yml").arg(kind).arg(index);
        QFile file(directory.filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(text.data(), static_cast<qint64>(text.size()));
        return name;
    }

    /// The files whose syntax promtool takes; whether files exist that they name is not asked.
    static QStringList acceptedOf(const QString &promtool, const QTemporaryDir &directory,
                                  const QStringList &files)
    {
        QProcess process;
        process.setWorkingDirectory(directory.path());
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(promtool, QStringList{QStringLiteral("check"), QStringLiteral("config"),
                                            QStringLiteral("--syntax-only")} +
                                    files);
        if (!process.waitForFinished(60'000))
            return {};
        QStringList accepted;
        const QStringList lines = QString::fromUtf8(process.readAll()).split(u'\n');
        for (const QString &line : lines)
            if (line.contains(QStringLiteral("SUCCESS:")))
                accepted << line.section(QStringLiteral("SUCCESS: "), 1).section(u' ', 0, 0);
        return accepted;
    }
};

} // namespace

SIGHTGLASS_TEST(ConfigPeerTest)
#include "configpeertest.moc"
