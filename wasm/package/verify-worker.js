import { ForeignVerifier, Verifier, lintKey } from "./verify.js";
import { serve } from "./serve.js";

serve({ ForeignVerifier, Verifier, lintKey });
