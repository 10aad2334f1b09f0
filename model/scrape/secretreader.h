// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scrape/backgroundtask.h"
#include "model/scrape/secretstore.h"
#include "parser/base/result.h"
#include "parser/config/httpclientconfig.h"

#include <QObject>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace sightglass {

/// Of a file that holds a secret, a certificate or a list of authorities. Longer ones are refused.
inline constexpr std::size_t maxSecretFileBytes = std::size_t{1} << 20U;

/// Finds out what secrets are at this moment: texts as they are, files read anew, keys asked of the store.
/// Never blocks: files are read on a thread of their own. One list at a time; one thread.
class SecretReader : public QObject
{
    Q_OBJECT

public:
    using Got = std::function<void(Result<std::vector<std::string>>)>;

    /// `store` outlives this; where it is null, keys cannot be read.
    explicit SecretReader(SecretStore *store, QObject *parent = nullptr);
    ~SecretReader() override;

    /// `got` is called once, with as many texts in the same order, no secret being an empty one, and
    /// whitespace around what files hold trimmed: within this call where all are texts, else later.
    /// FileUnreadable with the file or the key, never with what is in there. A list still being read is
    /// dropped.
    void read(std::vector<Secret> secrets, Got got);

    /// Drops the list being read, if any, without a call.
    void cancel();

private:
    /// Which secret of the list, and its text.
    using Found = std::vector<std::pair<std::size_t, std::string>>;
    struct FilesRead
    {
        std::uint64_t round;
        Result<Found> found;
    };

    void readFiles();
    void readKey(std::size_t index, const std::string &key);
    void onFiles(FilesRead files);
    void take(Result<Found> found);

    SecretStore *m_store;
    BackgroundTask<FilesRead> m_files;
    std::vector<std::pair<std::size_t, std::string>> m_paths; ///< of this list, which secret and where
    std::vector<std::string> m_texts;
    Got m_got;
    std::size_t m_awaited = 0; ///< answers that are still to come
    std::uint64_t m_round = 0; ///< tells a list from the one before
};

} // namespace sightglass
