// SPDX-License-Identifier: Apache-2.0
#include "recognize/recognize.h"
namespace broadsheet { struct EnginePool::Impl {}; std::vector<Model> find_models(const ModelOptions&) { return {}; } EnginePool::EnginePool(const ModelOptions&, int) {} EnginePool::~EnginePool() = default; EnginePool::EnginePool(EnginePool&&) noexcept = default; EnginePool& EnginePool::operator=(EnginePool&&) noexcept = default; Page EnginePool::recognize(Page p, const Sheet&, const std::string&) { return p; } }
