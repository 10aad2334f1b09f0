// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scrape/secretstore.h"

#include <QObject>

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace sightglass {

/// A secret that the user has typed, and where in the store it is to be.
struct TypedSecret
{
    std::string key;
    std::string text;

    friend bool operator==(const TypedSecret &, const TypedSecret &) = default;
};

/// Puts secrets into the store, all or none. One list at a time; one thread.
class SecretWriter : public QObject
{
    Q_OBJECT

public:
    using Written = std::function<void(Status)>;

    /// `store` outlives this; null: nothing can be kept.
    explicit SecretWriter(SecretStore *store, QObject *parent = nullptr);

    /// `written` is called once, later, from the event loop. Unsupported, with the reason, where one could
    /// not be kept; those that were kept are taken out again. No error holds a secret.
    void write(const std::vector<TypedSecret> &secrets, Written written);

private:
    void take(const std::string &key, const Status &status);
    void conclude();

    SecretStore *m_store;
    Written m_written;
    std::vector<std::string> m_kept;
    Status m_status;
    std::size_t m_awaited = 0;
};

} // namespace sightglass
