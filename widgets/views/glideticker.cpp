// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/glideticker.h"

#include <QElapsedTimer>
#include <QStyle>
#include <QTimer>
#include <QWidget>

#include <algorithm>
#include <memory>

namespace sightglass {

namespace {

constexpr std::int64_t frameMs = 16;
/// A collector that says nothing for longer than this is not a live one.
constexpr std::int64_t longestAhead = 10 * 60 * 1000;

GlideTicker::Elapsed systemClock()
{
    auto timer = std::make_shared<QElapsedTimer>();
    timer->start();
    return [timer] { return static_cast<std::int64_t>(timer->elapsed()); };
}

} // namespace

int untilNextColumn(TimestampMs now, std::int64_t columnUs) noexcept
{
    const std::int64_t column = std::max<std::int64_t>(columnUs, 1);
    const std::int64_t rest = column - (now * 1000) % column;
    return static_cast<int>(std::clamp<std::int64_t>((rest + 999) / 1000, frameMs, 60'000));
}

bool prefersReducedMotion(const QWidget &widget)
{
    return widget.style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, &widget) <= 0;
}

GlideTicker::GlideTicker(Elapsed elapsed, QObject *parent)
    : QObject(parent)
    , m_elapsed(elapsed ? std::move(elapsed) : systemClock())
    , m_timer(new QTimer(this))
{
    m_timer->setSingleShot(true);
    m_timer->setTimerType(Qt::PreciseTimer);
    connect(m_timer, &QTimer::timeout, this, [this] {
        schedule();
        emit advanced();
    });
}

std::optional<TimestampMs> GlideTicker::now() const
{
    if (!m_tick || !isActive())
        return m_tick;
    const std::int64_t since = std::clamp<std::int64_t>(m_elapsed() - m_heardAt, 0, longestAhead);
    return std::max(*m_tick + since, m_ahead);
}

void GlideTicker::tick(TimestampMs at)
{
    // A tick that was long under way must not set the plots back.
    const TimestampMs before = now().value_or(at);
    m_ahead = before - at > longestAhead ? at : before;
    m_tick = at;
    m_heardAt = m_elapsed();
    schedule();
}

void GlideTicker::setColumnUs(std::int64_t microseconds)
{
    if (microseconds == m_columnUs)
        return;
    m_columnUs = microseconds;
    schedule();
}

void GlideTicker::setRunning(bool running)
{
    if (running == m_running)
        return;
    m_running = running;
    m_ahead = 0;
    schedule();
}

bool GlideTicker::isActive() const
{
    return m_running && m_columnUs >= frameMs * 1000 && m_tick;
}

void GlideTicker::schedule()
{
    if (isActive())
        m_timer->start(untilNextColumn(*now(), m_columnUs));
    else
        m_timer->stop();
}

} // namespace sightglass
