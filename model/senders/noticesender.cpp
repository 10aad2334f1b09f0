// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/senders/noticesender.h"

#include "model/scrape/maskedcommand.h"

#include <utility>

namespace sightglass {

namespace {

constexpr int commandTimeoutMs = 30'000;
constexpr qsizetype maxComplaintBytes = 4096;
constexpr qsizetype longestComplaint = 200; // shown characters

} // namespace

WebhookSender::WebhookSender(SenderAddress address, HttpClientConfig client, PayloadContext context,
                             std::shared_ptr<const Clock> clock, SecretStore *secrets, QObject *parent)
    : QObject(parent)
    , m_context(std::move(context))
    , m_call(std::move(address), std::move(client), secrets)
    , m_queue(std::move(clock), [this](const std::string &payload, SenderQueue::Ended ended) {
        m_call.post({}, payload, [ended = std::move(ended)](const Result<std::string> &answer) {
            ended(answer ? std::nullopt : std::optional(answer.error()));
        });
    })
{
    connect(&m_queue, &SenderQueue::statusChanged, this, &WebhookSender::statusChanged);
}

WebhookSender::~WebhookSender() = default;

void WebhookSender::notify(const AlertNotice &notice)
{
    m_queue.add(webhookPayload(notice, m_context));
}

CommandSender::CommandSender(QStringList command, PayloadContext context, std::shared_ptr<const Clock> clock,
                             QObject *parent)
    : QObject(parent)
    , m_command(std::move(command))
    , m_context(std::move(context))
    , m_queue(std::move(clock), [this](const std::string &payload, SenderQueue::Ended ended) {
        run(payload, std::move(ended));
    })
{
    m_timeout.setSingleShot(true);
    m_timeout.setInterval(commandTimeoutMs);
    connect(&m_timeout, &QTimer::timeout, this, [this] { conclude(QStringLiteral("it takes too long")); });
    connect(&m_queue, &SenderQueue::statusChanged, this, &CommandSender::statusChanged);
}

CommandSender::~CommandSender()
{
    if (m_process) {
        m_process->disconnect(this);
        m_process->kill();
        m_process->waitForFinished(100);
    }
}

void CommandSender::notify(const AlertNotice &notice)
{
    m_queue.add(webhookPayload(notice, m_context));
}

void CommandSender::run(const std::string &payload, SenderQueue::Ended ended)
{
    m_ended = std::move(ended);
    m_process = std::make_unique<QProcess>();
    m_process->setStandardOutputFile(QProcess::nullDevice());
    m_complaint.clear();
    connect(m_process.get(), &QProcess::readyReadStandardError, this, &CommandSender::hearComplaint);
    connect(m_process.get(), &QProcess::finished, this, &CommandSender::onFinished);
    connect(m_process.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            conclude(m_process->errorString());
    });
    m_timeout.start();
    m_process->start(m_command.constFirst(), m_command.mid(1));
    m_process->write(payload.data(), static_cast<qint64>(payload.size()));
    m_process->closeWriteChannel();
}

void CommandSender::hearComplaint()
{
    const QByteArray more = m_process->readAllStandardError();
    m_complaint += more.left(maxComplaintBytes - m_complaint.size());
}

void CommandSender::onFinished(int code, QProcess::ExitStatus status)
{
    hearComplaint();
    QString problem;
    if (status != QProcess::NormalExit)
        problem = QStringLiteral("it crashed");
    else if (code != 0)
        problem = QStringLiteral("it ended with %1").arg(code);
    const QString line = QString::fromLocal8Bit(m_complaint.trimmed()).section(u'\n', 0, 0).trimmed();
    if (!problem.isEmpty() && !line.isEmpty())
        problem +=
            QStringLiteral(": ") + withoutSecretsOf(hiddenWords(m_command), line).left(longestComplaint);
    conclude(problem);
}

void CommandSender::conclude(const QString &problem)
{
    m_timeout.stop();
    if (!m_process)
        return;
    // It may be the process that tells.
    QProcess *process = m_process.release();
    process->disconnect(this);
    if (process->state() == QProcess::NotRunning) {
        process->deleteLater();
    } else {
        connect(process, &QProcess::finished, process, &QObject::deleteLater);
        process->kill();
    }
    const SenderQueue::Ended ended = std::exchange(m_ended, nullptr);
    if (problem.isEmpty())
        ended(std::nullopt);
    else
        ended(Error{
            ErrorCode::CommandFailed, {m_command.constFirst().toStdString(), problem.toStdString()}, {}, {}});
}

} // namespace sightglass
