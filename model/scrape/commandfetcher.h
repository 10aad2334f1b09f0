// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scrape/fetcher.h"

#include <QObject>
#include <QProcess>
#include <QTimer>

#include <memory>
#include <string>

namespace sightglass {

/// A page that a program prints, started anew for each scrape, without a shell and with nothing to read. What
/// it says on its standard error becomes the error's text when it fails, without what maskedCommand() hides
/// of the command. When it takes too long or prints too much it is killed together with what it started.
/// Format: see detectExpositionFormat().
///
/// Errors: CommandFailed, ScrapeTimedOut, BodyTooLarge.
class CommandFetcher final : public QObject, public Fetcher
{
    Q_OBJECT

public:
    /// `command`: the program and its arguments, not empty.
    explicit CommandFetcher(QStringList command, QObject *parent = nullptr);
    ~CommandFetcher() override;

    void start(FetchRequest request, Done done) override;
    void cancel() override;

private:
    [[nodiscard]] bool takeOutput();
    void onErrorOutput();
    void onFinished(int exitCode, QProcess::ExitStatus status);
    void onErrorOccurred(QProcess::ProcessError error);
    void concludePage();
    void conclude(Result<FetchedPage> result);
    [[nodiscard]] Error failure(const QString &reason) const;

    QStringList m_command;
    QStringList m_hidden; ///< what of the command nobody is to read
    std::unique_ptr<QProcess> m_process;
    FetchRequest m_request;
    Done m_done;
    QByteArray m_complaint; ///< the end of its standard error
    qint64 m_group = 0;     ///< of processes: the command and what it started
    QTimer m_timeout;
};

} // namespace sightglass
