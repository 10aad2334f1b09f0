// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/clock.h"
#include "model/notify/notifystate.h"
#include "model/scrape/collectortick.h"
#include "model/scrape/orderedtasks.h"

#include <QObject>
#include <QString>

#include <memory>
#include <vector>

namespace sightglass {

/// Decides what is told of a collector's alerts, and keeps the user's silences in a file. Tells by signals;
/// desktop and senders listen. One thread.
class NotificationCenter : public QObject
{
    Q_OBJECT

public:
    /// The file of silences is read here; an empty path keeps none.
    NotificationCenter(std::shared_ptr<const Clock> clock, NotifyConfig config, QString silencesFile = {},
                       QObject *parent = nullptr);
    ~NotificationCenter() override;

    /// What is wrong with the file of silences; empty: nothing. It is then not written.
    [[nodiscard]] const QString &fileProblem() const noexcept { return m_fileProblem; }

    void setConfig(NotifyConfig config);
    [[nodiscard]] TimestampMs now() const { return m_clock->nowMs(); }

    void update(const CollectorTick &tick);

    /// All alerts of the last update, and what keeps each of them quiet, in the same order.
    [[nodiscard]] const std::vector<NotifyAlert> &alerts() const noexcept { return m_alerts; }
    [[nodiscard]] const std::vector<AlertVerdict> &verdicts() const noexcept { return m_verdicts; }

    /// The user's own.
    [[nodiscard]] const std::vector<Silence> &silences() const noexcept { return m_silences; }
    /// See the functions of silence.h; the file follows.
    Result<std::string> setSilence(Silence silence);
    Status expireSilence(const std::string &id);
    /// Silences of an Alertmanager, which count beside them.
    void setForeignSilences(std::vector<Silence> silences);

signals:
    void noticed(const sightglass::AlertNotice &notice);
    /// The alerts, or what keeps them quiet, may have changed.
    void updated();
    void silencesChanged();

private:
    void look();
    void onSilencesChanged();

    std::shared_ptr<const Clock> m_clock;
    NotifyConfig m_config;
    QString m_file;
    QString m_fileProblem;
    std::vector<Silence> m_silences;
    std::vector<Silence> m_foreign;
    SilenceIndex m_index; ///< of both
    std::vector<NotifyAlert> m_alerts;
    std::vector<AlertVerdict> m_verdicts;
    NotifyState m_state;
    OrderedTasks m_tasks;
};

} // namespace sightglass
