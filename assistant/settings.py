"""Settings, read once at an entry point from MINUTEBOOK_* variables; frozen and passed down."""

from pathlib import Path

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from corpus.models import Role

DEFAULT_MODEL = (
    "all-MiniLM-L6-v2-minutes"  # as index/embedder.py names it; not imported: the command line starts without
)


class Settings(BaseSettings):
    """What may be set; every name as MINUTEBOOK_NAME in the environment."""

    model_config = SettingsConfigDict(env_prefix="MINUTEBOOK_", frozen=True, extra="forbid")

    store: Path = Field(Path("store"), description="folder of the index")
    role: Role = Field(Role.PUBLIC, description="who asks: public, member or officer")
    embedding_model: str = Field(DEFAULT_MODEL, description="a sentence-transformers name or folder")
    chroma_url: str | None = Field(None, description="a Chroma server, for example http://127.0.0.1:8000")
    size_limit_mb: float = Field(200.0, gt=0, description="larger papers are refused")
    passage_tokens: int = Field(200, ge=40, le=2000, description="most cl100k tokens in a passage")
    llm: str | None = Field(None, description="a LangChain chat model, for example openai:gpt-4.1-mini")
    llm_base_url: str | None = Field(None, description="an OpenAI-compatible server (Ollama, vLLM, llama.cpp)")
    llm_api_key: SecretStr | None = Field(None, description="its key, where it wants one")
    llm_timeout: float = Field(60.0, gt=0, description="seconds until the extractive answer is shown instead")
    llm_context_tokens: int | None = Field(None, ge=500, description="most tokens of a prompt")
    llm_answer_tokens: int = Field(400, ge=50, description="most tokens of an answer")
    llm_searches: int = Field(4, ge=0, le=4, description="most searches that the model asks for to a question; 0: none")
    verifier: str | None = Field(None, description="a chat model that judges statements and claims; else the llm does")
    uploads: Path | None = Field(None, description="folder of papers that officers add through the page")
    host: str = Field("127.0.0.1", description="of the page")
    port: int = Field(7860, ge=1, le=65535, description="of the page")
