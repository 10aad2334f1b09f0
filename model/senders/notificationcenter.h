// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/clock.h"
#include "model/notify/notifystate.h"
#include "model/scrape/collectortick.h"
#include "model/scrape/orderedtasks.h"

#include <QObject>
#include <QString>

#include <cstddef>
#include <memory>
#include <unordered_map>
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
    /// What was told is kept in this file from now on, and what an earlier run has told is read from it: it is
    /// not told again. Before the first update. What is wrong with it, empty: nothing.
    [[nodiscard]] QString keepLog(const QString &file);
    ~NotificationCenter() override;

    /// What is wrong with the file of silences; empty: nothing. It is then not written.
    [[nodiscard]] const QString &fileProblem() const noexcept { return m_fileProblem; }

    void setConfig(NotifyConfig config);
    [[nodiscard]] TimestampMs now() const { return m_clock->nowMs(); }

    void update(const CollectorTick &tick);

    /// All alerts of the last update, and what keeps each of them quiet, in the same order.
    [[nodiscard]] const std::vector<NotifyAlert> &alerts() const noexcept { return m_alerts; }
    [[nodiscard]] const std::vector<AlertVerdict> &verdicts() const noexcept { return m_verdicts; }

    /// What keeps an alert of these labels quiet now: of the last update where it fires, else by silences.
    [[nodiscard]] AlertVerdict verdictOf(const Labels &labels) const;

    /// The user's own.
    [[nodiscard]] const std::vector<Silence> &silences() const noexcept { return m_silences; }
    /// See the functions of silence.h; the file follows.
    Result<std::string> setSilence(Silence silence);
    Status expireSilence(const std::string &id);
    /// Silences of an Alertmanager, which count beside them.
    void setForeignSilences(std::vector<Silence> silences);
    [[nodiscard]] const std::vector<Silence> &foreignSilences() const noexcept { return m_foreign; }

signals:
    void noticed(const sightglass::AlertNotice &notice);
    /// The alerts, or what keeps them quiet, may have changed.
    void updated();
    void silencesChanged();

private:
    void look();
    void onSilencesChanged();
    void writeLog();

    std::shared_ptr<const Clock> m_clock;
    NotifyConfig m_config;
    QString m_file;
    QString m_fileProblem;
    std::vector<Silence> m_silences;
    std::vector<Silence> m_foreign;
    SilenceIndex m_index; ///< of both
    std::vector<NotifyAlert> m_alerts;
    std::vector<AlertVerdict> m_verdicts;
    std::unordered_map<Labels, std::size_t, LabelsHash> m_places; ///< of the alerts
    NotifyState m_state;
    QString m_logFile; ///< empty: none
    OrderedTasks m_tasks;
};

} // namespace sightglass
