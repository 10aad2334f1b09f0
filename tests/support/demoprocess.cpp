// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/demoprocess.h"

#include <QDeadlineTimer>
#include <QRegularExpression>

namespace sightglass::test {

DemoProcess::~DemoProcess()
{
    stop();
}

QString DemoProcess::binary()
{
    return QStringLiteral(SIGHTGLASS_BIN_DIR "/sightglass-demo");
}

bool DemoProcess::start(const QStringList &arguments, const QString &stateFolder)
{
    stop();
    m_process.start(binary(), QStringList{QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"),
                                          QStringLiteral("--state-dir"),
                                          stateFolder.isEmpty() ? m_state.path() : stateFolder} +
                                  arguments);
    QByteArray output;
    const QDeadlineTimer deadline(10'000);
    static const QRegularExpression pattern(QStringLiteral("(http://\\S+/metrics)\\s"));
    while (!deadline.hasExpired() && m_process.state() != QProcess::NotRunning) {
        m_process.waitForReadyRead(200);
        output += m_process.readAllStandardOutput();
        const QRegularExpressionMatch match = pattern.match(QString::fromUtf8(output));
        if (match.hasMatch()) {
            m_url = match.captured(1);
            return true;
        }
    }
    m_errorText = m_process.errorString() + QLatin1Char('\n') +
                  QString::fromUtf8(output + m_process.readAllStandardError());
    return false;
}

void DemoProcess::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(3000)) {
        m_process.kill();
        m_process.waitForFinished(3000);
    }
}

} // namespace sightglass::test
