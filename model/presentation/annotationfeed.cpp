// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/annotationfeed.h"

#include "model/presentation/guipost.h"

#include <utility>

namespace sightglass {

AnnotationFeed::AnnotationFeed(std::shared_ptr<QueryPool> pool, QObject *parent)
    : QObject(parent)
    , m_pool(std::move(pool))
    , m_key(m_pool->newKey())
    , m_annotations(std::make_shared<const std::vector<AnnotationSpec>>())
{}

AnnotationFeed::~AnnotationFeed()
{
    m_pool->cancel(m_key);
}

void AnnotationFeed::setAnnotations(std::vector<AnnotationSpec> annotations)
{
    m_pool->cancel(m_key);
    ++m_ticket;
    m_asking = false;
    m_annotations = std::make_shared<const std::vector<AnnotationSpec>>(std::move(annotations));
}

void AnnotationFeed::ask(const Question &question)
{
    if (!question.snapshot || m_annotations->empty())
        return;
    m_asking = true;
    m_pool->submit(m_key, [self = QPointer(this), annotations = m_annotations, engine = m_engine, question,
                           ticket = ++m_ticket](std::stop_token stop) {
        auto answers = std::make_shared<std::vector<Answer>>();
        for (const AnnotationSpec &annotation : *annotations) {
            auto marks =
                annotationMarks(annotation, question.values, *question.snapshot, engine, question.time, stop);
            Answer &answer = answers->emplace_back();
            answer.annotation = annotation;
            if (marks)
                answer.marks = std::move(*marks);
            else
                answer.error = marks.error();
        }
        if (stop.stop_requested())
            return;
        postToGui(self, [ticket, answers = Answers(std::move(answers))](AnnotationFeed &feed) {
            if (ticket != feed.m_ticket)
                return;
            feed.m_asking = false;
            emit feed.answered(answers);
        });
    });
}

} // namespace sightglass
