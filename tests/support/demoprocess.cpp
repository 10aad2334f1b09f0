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
    static const QRegularExpression pattern(QStringLiteral("(http://\\S+/metrics)[^\\n]*\\n"));
    while (!deadline.hasExpired() && m_process.state() != QProcess::NotRunning) {
        m_process.waitForReadyRead(200);
        output += m_process.readAllStandardOutput();
        const QRegularExpressionMatch match = pattern.match(QString::fromUtf8(output));
        if (match.hasMatch()) {
            m_url = match.captured(1);
            const qsizetype line = output.indexOf(m_url.toUtf8());
            m_unread = output.mid(output.indexOf('\n', line) + 1);
            return true;
        }
    }
    m_errorText = m_process.errorString() + QLatin1Char('\n') +
                  QString::fromUtf8(output + m_process.readAllStandardError());
    return false;
}

QString DemoProcess::nextLine()
{
    const QDeadlineTimer deadline(10'000);
    while (!m_unread.contains('\n') && !deadline.hasExpired() && m_process.state() != QProcess::NotRunning) {
        m_process.waitForReadyRead(200);
        m_unread += m_process.readAllStandardOutput();
    }
    const qsizetype end = m_unread.indexOf('\n');
    const QString line = QString::fromUtf8(m_unread.left(end));
    m_unread.remove(0, end + 1);
    return end < 0 ? QString() : line;
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
