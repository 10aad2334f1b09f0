// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/sinkhost.h"

#include "app/demo/smtpsink.h"

#include <QEventLoop>

#include <future>

namespace sightglass::demo {

SinkHost::SinkHost(TreatRequest treat)
{
    std::promise<Endpoints> listening;
    m_thread.reset(QThread::create([&listening, treat] {
        HttpSink http(treat);
        SmtpSink smtp(treat);
        listening.set_value({http.listen(), smtp.listen()});
        QEventLoop().exec();
    }));
    m_thread->setObjectName(QStringLiteral("sinks"));
    m_thread->start();
    m_endpoints = listening.get_future().get();
}

SinkHost::~SinkHost()
{
    m_thread->quit();
    m_thread->wait();
}

} // namespace sightglass::demo
