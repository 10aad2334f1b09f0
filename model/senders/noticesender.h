// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/notify/alertpayloads.h"
#include "model/senders/sendercall.h"
#include "model/senders/senderqueue.h"

#include <QProcess>
#include <QStringList>
#include <QTimer>

#include <memory>

namespace sightglass {

/// Posts notifications to a web address with Alertmanager's payload of version 4. One thread, with an event
/// loop; never blocks it.
class WebhookSender : public QObject
{
    Q_OBJECT

public:
    /// `secrets` outlives this, and may be null.
    WebhookSender(SenderAddress address, HttpClientConfig client, PayloadContext context,
                  std::shared_ptr<const Clock> clock, SecretStore *secrets = nullptr,
                  QObject *parent = nullptr);
    ~WebhookSender() override;

    void notify(const AlertNotice &notice);

    [[nodiscard]] const SenderStatus &status() const noexcept { return m_queue.status(); }

signals:
    void statusChanged();

private:
    PayloadContext m_context;
    SenderCall m_call;
    SenderQueue m_queue;
};

/// Starts a program for each notification, without a shell, with the same payload on its standard input. It
/// fails where it ends with another code than 0, which is told with the first line of its standard error but
/// for the secrets of the command, or takes too long; then it is killed. Who makes one has made
/// sure that the command is the user's own. One thread, with an event loop; never blocks it.
class CommandSender : public QObject
{
    Q_OBJECT

public:
    /// `command`: the program and its arguments, not empty.
    CommandSender(QStringList command, PayloadContext context, std::shared_ptr<const Clock> clock,
                  QObject *parent = nullptr);
    ~CommandSender() override;

    void notify(const AlertNotice &notice);
    void setTimeoutMs(int milliseconds) { m_timeout.setInterval(milliseconds); }

    [[nodiscard]] const SenderStatus &status() const noexcept { return m_queue.status(); }

signals:
    void statusChanged();

private:
    void run(const std::string &payload, SenderQueue::Ended ended);
    void onFinished(int code, QProcess::ExitStatus status);
    void hearComplaint();
    void conclude(const QString &problem);

    QStringList m_command;
    PayloadContext m_context;
    std::unique_ptr<QProcess> m_process; ///< null: none runs
    QByteArray m_complaint;              ///< the beginning of what it says on its standard error
    SenderQueue::Ended m_ended;
    QTimer m_timeout;
    SenderQueue m_queue;
};

} // namespace sightglass
