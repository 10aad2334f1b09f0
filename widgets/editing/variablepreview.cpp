// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editing/variablepreview.h"

#include "model/presentation/displaytext.h"
#include "model/presentation/errortext.h"
#include "model/variables/builtins.h"

#include <QLabel>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace sightglass {

namespace {

constexpr int askAfterMs = 250;
constexpr TimestampMs askAgainMs = 5000;
constexpr std::size_t mostShown = 100;

} // namespace

VariablePreview::VariablePreview(const EditingContext &context, QWidget *parent)
    : QWidget(parent)
    , m_feed(new VariableFeed(context.pool, this))
    , m_asking(new QTimer(this))
    , m_title(new QLabel(this))
    , m_values(new QLabel(this))
{
    m_feed->setEngine(context.engine);
    m_asking->setSingleShot(true);
    m_asking->setInterval(askAfterMs);
    connect(m_asking, &QTimer::timeout, this, &VariablePreview::ask);
    connect(m_feed, &VariableFeed::resolved, this,
            [this](const std::shared_ptr<const ResolvedVariables> &answer) { show(*answer); });
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_title->setTextFormat(Qt::PlainText);
    m_values->setTextFormat(Qt::PlainText);
    m_values->setWordWrap(true);
    m_values->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_values->setObjectName(QStringLiteral("previewValues"));
    // Many values scroll: the form is what needs the room.
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(m_values);
    scroll->setFixedHeight(3 * m_values->fontMetrics().lineSpacing() + 4);
    m_values->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(12, 6, 12, 6);
    box->addWidget(m_title);
    box->addWidget(scroll);
}

QString VariablePreview::text() const
{
    return m_values->text();
}

void VariablePreview::setVariables(const std::vector<VariableSpec> &variables, const std::string &shown)
{
    setVisible(!shown.empty());
    if (variables == m_variables && shown == m_shown)
        return;
    m_variables = variables;
    m_shown = shown;
    m_asking->start();
}

void VariablePreview::refresh(const DashboardFeed::Question &question)
{
    const bool first = !m_question.snapshot;
    m_question = question;
    if (!question.snapshot || m_asking->isActive() || m_feed->isAsking())
        return;
    if (first || question.time.range.to - m_askedAt >= askAgainMs)
        ask();
}

void VariablePreview::ask()
{
    m_feed->setVariables(m_variables);
    if (!m_question.snapshot || m_shown.empty())
        return;
    m_askedAt = m_question.time.range.to;
    VariableValues known;
    BuiltInContext context;
    context.range = m_question.time.range;
    addBuiltIns(known, context);
    m_feed->ask({m_question.snapshot, m_question.time.range, std::move(known), {}});
}

void VariablePreview::show(const ResolvedVariables &answer)
{
    const auto found = std::ranges::find(answer.variables, m_shown, &ResolvedVariable::name);
    if (found == answer.variables.end())
        return;
    const bool waits = std::ranges::find(answer.cyclic, m_shown) != answer.cyclic.end();
    m_problem = found->error ? errorText(*found->error)
                : waits      ? tr("The variable waits for itself: its query leads back to it.")
                             : QString();
    const std::size_t count = found->options.size();
    m_title->setText(tr("%n value(s)", nullptr, static_cast<int>(count)));
    QStringList texts;
    for (std::size_t i = 0; i < std::min(count, mostShown); ++i) {
        const VariableOption &option = found->options[i];
        const QString text = displayText(std::string_view(option.text), 80);
        texts << (option.text == option.value || option.text.empty()
                      ? displayText(std::string_view(option.value), 80)
                      : tr("%1 (%2)", "the text of a value, and the value")
                            .arg(text, displayText(std::string_view(option.value), 80)));
    }
    QString all = texts.join(QStringLiteral("   "));
    if (count > mostShown)
        all += QStringLiteral("   ") + tr("and %n more", nullptr, static_cast<int>(count - mostShown));
    m_values->setText(!m_problem.isEmpty() ? m_problem : count == 0 ? tr("Nothing is found.") : all);
    emit answered();
}

} // namespace sightglass
