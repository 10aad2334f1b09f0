// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scrape/fetcher.h"
#include "model/scrape/secretreader.h"

#include <QTimer>

#include <memory>

namespace sightglass {

class CommandFetcher;

/// A page that a command prints which is kept as a secret, for there are secrets in it. The command is asked
/// for at each scrape, within its timeout, and run as CommandFetcher runs it.
///
/// Errors: those of CommandFetcher and SecretReader; CommandFailed where what is kept is no command.
class KeptCommandFetcher final : public Fetcher
{
public:
    /// `store` outlives this; null: none are kept here.
    KeptCommandFetcher(Secret command, SecretStore *store);
    ~KeptCommandFetcher() override;

    void start(FetchRequest request, Done done) override;
    void cancel() override;

private:
    void run(const std::string &command);
    void conclude(Error error);

    Secret m_command;
    SecretReader m_reader;
    QTimer m_timeout;
    std::unique_ptr<CommandFetcher> m_fetcher;
    FetchRequest m_request;
    Done m_done;
};

} // namespace sightglass
