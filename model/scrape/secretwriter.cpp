// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/secretwriter.h"

#include <utility>

namespace sightglass {

SecretWriter::SecretWriter(SecretStore *store, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_status(Done{})
{}

void SecretWriter::write(const std::vector<TypedSecret> &secrets, Written written)
{
    m_written = std::move(written);
    m_kept.clear();
    m_status = Done{};
    m_awaited = secrets.size();
    if (!m_store && !secrets.empty())
        m_status = Error{ErrorCode::Unsupported, {"there is no secret store"}, {}, {}};
    if (!m_store || secrets.empty()) {
        QMetaObject::invokeMethod(this, &SecretWriter::conclude, Qt::QueuedConnection);
        return;
    }
    for (const TypedSecret &secret : secrets)
        m_store->write(secret.key, secret.text, this,
                       [this, key = secret.key](const Status &status) { take(key, status); });
}

void SecretWriter::take(const std::string &key, const Status &status)
{
    if (status)
        m_kept.push_back(key);
    else
        m_status = status;
    if (--m_awaited == 0)
        conclude();
}

void SecretWriter::conclude()
{
    if (!m_status) {
        for (const std::string &key : std::exchange(m_kept, {}))
            m_store->remove(key, this, [](const Status &) {});
    }
    const Written written = std::exchange(m_written, nullptr);
    if (written)
        written(m_status);
}

} // namespace sightglass
