// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/commandfetcher.h"

#include "model/scrape/bodyreceiver.h"
#include "model/scrape/maskedcommand.h"
#include "parser/base/durationtext.h"
#include "parser/exposition/formatdetection.h"

#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <utility>

namespace sightglass {

namespace {

constexpr qint64 pieceBytes = 64 * 1024;
constexpr qsizetype maxComplaint = 400;
/// So that a secret in it is whole, unless it is of no use to anybody.
constexpr qsizetype maxHeardComplaint = 8000;

/// The process leads a group of its own, so that what it started ends with it.
void killGroup(QProcess &process)
{
    if (const qint64 pid = process.processId(); pid > 0)
        ::kill(-static_cast<pid_t>(pid), SIGKILL);
    process.kill();
}

} // namespace

CommandFetcher::CommandFetcher(QStringList command, QObject *parent)
    : QObject(parent)
    , m_command(std::move(command))
    , m_hidden(hiddenWords(m_command))
{
    m_timeout.setSingleShot(true);
    m_timeout.setTimerType(Qt::PreciseTimer);
    connect(&m_timeout, &QTimer::timeout, this, [this] {
        conclude(Error{ErrorCode::ScrapeTimedOut, {formatDurationMs(m_request.timeoutMs)}, {}, {}});
    });
}

CommandFetcher::~CommandFetcher()
{
    CommandFetcher::cancel();
}

void CommandFetcher::start(FetchRequest request, Done done)
{
    cancel();
    m_request = std::move(request);
    m_request.buffer.clear();
    m_complaint.clear();
    m_done = std::move(done);
    m_process = std::make_unique<QProcess>();
    m_process->setStandardInputFile(QProcess::nullDevice());
    m_process->setChildProcessModifier([] { ::setpgid(0, 0); });
    connect(m_process.get(), &QProcess::readyReadStandardOutput, this,
            [this] { static_cast<void>(takeOutput()); });
    connect(m_process.get(), &QProcess::readyReadStandardError, this, &CommandFetcher::onErrorOutput);
    connect(m_process.get(), &QProcess::finished, this, &CommandFetcher::onFinished);
    // A program that is not there is told of before start() returns.
    connect(m_process.get(), &QProcess::errorOccurred, this, &CommandFetcher::onErrorOccurred,
            Qt::QueuedConnection);
    m_timeout.start(static_cast<int>(m_request.timeoutMs));
    m_process->start(m_command.first(), m_command.mid(1), QIODevice::ReadOnly);
    m_group = m_process->processId();
}

void CommandFetcher::cancel()
{
    m_timeout.stop();
    m_done = nullptr;
    if (!m_process)
        return;
    m_process->disconnect(this);
    if (m_process->state() == QProcess::NotRunning) {
        m_process.release()->deleteLater();
        return;
    }
    // Reaped when it is gone: waiting for that here would hold up every other target.
    QProcess *dying = m_process.release();
    connect(dying, &QProcess::finished, dying, &QObject::deleteLater);
    killGroup(*dying);
}

/// False where the fetch is over afterwards: then this object may be gone, too.
bool CommandFetcher::takeOutput()
{
    while (m_process->bytesAvailable() > 0) {
        const QByteArray piece = m_process->read(pieceBytes);
        m_request.buffer.append(piece.constData(), static_cast<std::size_t>(piece.size()));
        if (m_request.bodySizeLimit > 0 && m_request.buffer.size() >= m_request.bodySizeLimit) {
            conclude(bodyTooLarge(m_request.bodySizeLimit));
            return false;
        }
    }
    return true;
}

void CommandFetcher::onErrorOutput()
{
    m_complaint = (m_complaint + m_process->readAllStandardError()).right(maxHeardComplaint);
}

void CommandFetcher::onFinished(int exitCode, QProcess::ExitStatus status)
{
    // What it left behind in the background ends with it: nobody else would end it.
    if (m_group > 0)
        ::kill(-static_cast<pid_t>(m_group), SIGKILL);
    if (!takeOutput())
        return;
    onErrorOutput();
    if (status == QProcess::CrashExit)
        conclude(failure(QStringLiteral("it was ended by a signal")));
    else if (exitCode != 0)
        conclude(failure(QStringLiteral("exit status %1").arg(exitCode)));
    else
        concludePage();
}

void CommandFetcher::concludePage()
{
    const ExpositionFormat format = detectExpositionFormat(m_request.buffer);
    conclude(FetchedPage{std::move(m_request.buffer), format});
}

void CommandFetcher::onErrorOccurred(QProcess::ProcessError error)
{
    // The call was queued: it may be about a process before this one.
    const bool isOurs = m_process && m_process->error() == QProcess::FailedToStart;
    if (error == QProcess::FailedToStart && isOurs)
        conclude(failure(m_process->errorString()));
}

Error CommandFetcher::failure(const QString &reason) const
{
    const QString complaint =
        withoutSecretsOf(m_hidden, QString::fromUtf8(m_complaint).simplified()).right(maxComplaint);
    const QString text = complaint.isEmpty() ? reason : reason + QStringLiteral(": ") + complaint;
    return {ErrorCode::CommandFailed, {m_command.first().toStdString(), text.toStdString()}, {}, {}};
}

void CommandFetcher::conclude(Result<FetchedPage> result)
{
    const Done done = std::exchange(m_done, nullptr);
    cancel();
    if (done)
        done(std::move(result));
}

} // namespace sightglass
