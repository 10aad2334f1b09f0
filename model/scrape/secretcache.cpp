// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/secretcache.h"

#include <QMetaObject>
#include <QObject>

#include <optional>
#include <utility>

namespace sightglass {

SecretCache::SecretCache(SecretStore &store)
    : m_store(store)
    , m_memory(std::make_shared<Memory>())
{}

SecretCache::~SecretCache() = default;

void SecretCache::read(const std::string &key, QObject *context, Read done)
{
    std::optional<std::string> known;
    std::uint64_t changes = 0;
    {
        const std::lock_guard lock(m_memory->mutex);
        const auto found = m_memory->secrets.find(key);
        if (found != m_memory->secrets.end())
            known = found->second;
        changes = m_memory->changes;
    }
    if (known) {
        QMetaObject::invokeMethod(
            context, [done = std::move(done), secret = *std::move(known)] { done(secret); },
            Qt::QueuedConnection);
        return;
    }
    const auto keep = [memory = m_memory, key, changes,
                       done = std::move(done)](const Result<std::string> &secret) {
        if (secret) {
            const std::lock_guard lock(memory->mutex);
            if (memory->changes == changes)
                memory->secrets[key] = *secret;
        }
        done(secret);
    };
    m_store.read(key, context, keep);
}

void SecretCache::forget(const std::string &key)
{
    const std::lock_guard lock(m_memory->mutex);
    m_memory->secrets.erase(key);
    ++m_memory->changes;
}

SecretStore::Written SecretCache::thenForget(const std::string &key, Written done)
{
    // Once more when it is done: somebody may have asked while it was under way.
    return [memory = m_memory, key, done = std::move(done)](const Status &status) {
        {
            const std::lock_guard lock(memory->mutex);
            memory->secrets.erase(key);
            ++memory->changes;
        }
        done(status);
    };
}

void SecretCache::write(const std::string &key, const std::string &secret, QObject *context, Written done)
{
    forget(key);
    m_store.write(key, secret, context, thenForget(key, std::move(done)));
}

void SecretCache::remove(const std::string &key, QObject *context, Written done)
{
    forget(key);
    m_store.remove(key, context, thenForget(key, std::move(done)));
}

} // namespace sightglass
